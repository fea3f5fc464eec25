import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["redis-server", "valkey-server"];

/** Path of the first Redis-compatible server on PATH. */
export function findRedisBinary(path = process.env.PATH ?? ""): string | undefined {
  const candidates = names.flatMap((name) => path.split(delimiter).map((folder) => join(folder, name)));
  return candidates.find((candidate) => {
    try {
      accessSync(candidate, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

const releases = new Map<string, number>();

/** Major number of a server's release, e.g. 7 of `v=7.2.4`; 0 if it does not tell. */
export function releaseOf(binary: string): number {
  const known = releases.get(binary);
  if (known !== undefined) return known;
  const { stdout } = spawnSync(binary, ["--version"], { encoding: "utf8" });
  const release = Number(/\bv=(\d+)\./.exec(stdout ?? "")?.[1] ?? 0);
  releases.set(binary, release);
  return release;
}
