import type { Deed } from "./row";

const change = (words: string, method: string, path: RegExp, args: Deed["args"]): Deed => ({
  words,
  refused: { method, path },
  kind: "change",
  args,
});

/** What a program can do to a cache, by name. */
export const DEEDS = {
  create: { words: "create a cache", refused: { method: "POST", path: /\/instances$/ }, kind: "create" },
  describe: change("change `description`", "PUT", /\/instances\/[\w-]+$/, { description: "changed" }),
  resize: change("change `capacity`", "POST", /\/(resize|extend)$/, { capacity: 4 }),
  remode: change("change `cacheMode`", "POST", /\/resize$/, { cacheMode: "proxy", capacity: 4 }),
  replicas: change("change `replicas`", "POST", /\/resize$/, { replicas: 3 }),
  configure: change("change `parameters`", "PUT", /\/configs$/, { parameters: { timeout: 300 } }),
  allow: change("change `whitelist`", "PUT", /\/whitelist$/, {
    whitelist: [{ groupName: "web", ipList: ["10.2.0.0/16"] }],
  }),
  encrypt: change("change `enableSsl`", "PUT", /\/ssl$/, { enableSsl: true }),
  unlock: change("take `noPasswordAccess` away and set `password`", "POST", /\/password\/reset$/, {
    noPasswordAccess: undefined,
    password: "Blue_Kettle7",
  }),
  backUp: { words: "make a backup", refused: { method: "POST", path: /\/backups$/ }, kind: "backup" },
  restore: { words: "restore a backup", refused: { method: "POST", path: /\/restores$/ }, kind: "restore" },
  remove: { words: "delete a cache", refused: { method: "DELETE", path: /\/instances\/[\w-]+$/ }, kind: "delete" },
} as const satisfies Record<string, Deed>;
