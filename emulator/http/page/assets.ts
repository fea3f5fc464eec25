import { readFileSync } from "node:fs";
import path from "node:path";
import type { Answer } from "../../world/call/call";

/** The files the browser loads, by the type that they are sent with. They are served as they are written: nothing builds them. */
const types: Readonly<Record<string, string>> = {
  "page.mjs": "text/javascript",
  "actions.mjs": "text/javascript",
  "renew.mjs": "text/javascript",
  "theme.css": "text/css",
  "layout.css": "text/css",
  "instances.css": "text/css",
  "calls.css": "text/css",
  "controls.css": "text/css",
  "icon.svg": "image/svg+xml",
};

/** The build copies the folder beside what it compiles. */
const folder = path.join(__dirname, "browser");

/** A file of the page, or `undefined` when it has none of this name. */
export function asset(name: string): Answer | undefined {
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (type === undefined) return undefined;
  const body = readFileSync(path.join(folder, name), "utf8");
  return { status: 200, body, headers: { "content-type": `${type}; charset=utf-8` } };
}
