import { secret } from "@pulumi/pulumi";
import type { Deployment, PulumiFn } from "@pulumi/pulumi/automation";
import { DcsBackup, DcsInstance, DcsRestore } from "pulumi-otc-dcs";
import type { KeptInstance } from "../../../emulator";

/** A stack as a release made it, with the world that it describes. Never edited: later versions must cope with it. */
export interface ReleasedStack {
  readonly version: string;
  readonly program: readonly Declaration[];
  readonly world: readonly KeptInstance[];
  /** As `pulumi stack export` printed it; its secrets are encrypted with {@link PASSPHRASE}. */
  readonly stack: Deployment;
}

/** A resource of the program. `{ idOf: name }` is the id of another one. */
export interface Declaration {
  readonly type: "DcsInstance" | "DcsBackup" | "DcsRestore";
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: the arguments of an old version
  readonly args: Readonly<Record<string, any>>;
}

/** Both are public: they protect nothing but what stands here. */
export const PASSPHRASE = "public-passphrase-of-a-fixture";
export const PASSWORD = "Public-not-a-secret-1";

const CLASSES = { DcsInstance, DcsBackup, DcsRestore };

/** What the program says of a password. */
export const THE_PASSWORD = "the public password";

/** A program from its declarations; `changes` are added to the arguments of every cache. */
export const programOf =
  (program: readonly Declaration[], changes: Readonly<Record<string, unknown>> = {}): PulumiFn =>
  async () => {
    const made = new Map<string, DcsInstance | DcsBackup | DcsRestore>();
    const known = (value: unknown): unknown => {
      if (value === THE_PASSWORD) return secret(PASSWORD);
      const other = (value as { readonly idOf?: string }).idOf;
      return other === undefined ? value : made.get(other)?.id;
    };
    for (const { type, name, args } of program) {
      const given = Object.fromEntries(Object.entries(args).map(([key, value]) => [key, known(value)]));
      const all = type === "DcsInstance" ? { ...given, ...changes } : given;
      made.set(name, new CLASSES[type](name, all as never));
    }
  };
