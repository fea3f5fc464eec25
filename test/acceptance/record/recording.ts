import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Heard } from "./hook";
import { flat, merged, type Shape } from "./shape";

/** All answers to one call with one status. */
export interface Answers {
  readonly call: string;
  readonly status: number;
  readonly count: number;
  /** Shortest, median and longest. */
  readonly ms: readonly [number, number, number];
  readonly forms: readonly string[];
  /** Kinds by path. */
  readonly body: Readonly<Record<string, readonly string[]>>;
}

/** What a life of caches looked like on the wire. */
export interface Recording {
  readonly format: 1;
  readonly version: string;
  /** Caches that were played, by their short names. */
  readonly caches: readonly string[];
  readonly steps: ReadonlyArray<{ readonly step: string; readonly ms: number; readonly came: "right" | "wrong" }>;
  readonly calls: readonly Answers[];
}

/** Collects what the processes of a run have heard. */
export async function heardIn(folder: string): Promise<Answers[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".jsonl"));
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), "utf8")));
  return answersOf(texts.flatMap((text) => text.split("\n").flatMap(entryIn)));
}

/** The last line of a process that was killed may be half. */
function entryIn(line: string): Heard[] {
  try {
    return [JSON.parse(line) as Heard];
  } catch {
    return [];
  }
}

export function answersOf(heard: readonly Heard[]): Answers[] {
  const groups = new Map<string, Heard[]>();
  for (const one of heard) {
    const name = `${one.call} ${one.status}`;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups.values()]
    .map((group) => {
      const [{ call, status }] = group as [Heard];
      const times = group.map(({ ms }) => ms).sort((a, b) => a - b);
      const at = (part: number) => times[Math.floor(part * (times.length - 1))] ?? 0;
      const shape = group.reduce<Shape | undefined>((all, { body }) => (body ? merged(all, body) : all), undefined);
      return {
        call,
        status,
        count: group.length,
        ms: [at(0), at(0.5), at(1)] as const,
        forms: [...new Set(group.map(({ form }) => form))].sort(),
        body: shape ? flat(shape) : {},
      };
    })
    .sort((a, b) => a.call.localeCompare(b.call) || a.status - b.status);
}
