import { readFileSync } from "node:fs";
import type { Document } from "yaml";
import { isObject } from "../../http/exchange/json";

/** A mapping of clouds.yaml. Every leaf is the text as written. */
export type Mapping = Readonly<Record<string, unknown>>;

export const isMapping: (value: unknown) => value is Mapping = isObject;

/** Why a file cannot be used. The message shows nothing of its content. */
export class UnusableFile extends Error {}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UnusableFile(code === "ENOENT" ? "does not exist" : `cannot be read (${code})`);
  }
}

/** The entries of `clouds:` in a file. JSON is read as the YAML it is. */
export function readClouds(file: string): Mapping {
  // Most set-ups have no such file, and every start of the provider process would wait for the library.
  const { isMap, LineCounter, parseDocument } = require("yaml") as typeof import("yaml");
  const lineCounter = new LineCounter();
  const text = textOf(file);
  // Leaves stay text: a password of digits must keep its zeros, and "no" is not a boolean. The library's messages quote
  // the file, so they are not used.
  const document = parseDocument(text, { schema: "failsafe", merge: true, lineCounter, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    throw new UnusableFile(
      `is not valid YAML: ${error.code.toLowerCase().replace(/_/g, " ")} in line ${line}, column ${col}`,
    );
  }
  const clouds: unknown = isMap(document.contents) ? (contentsOf(document) as Mapping).clouds : undefined;
  if (!isMapping(clouds)) throw new UnusableFile('holds no mapping "clouds:" at its top');
  return clouds;
}

function contentsOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    throw new UnusableFile("uses aliases that cannot be resolved");
  }
}
