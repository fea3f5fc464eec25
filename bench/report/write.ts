import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { mainPair } from "../plan";
import type { Result } from "../result";
import { chart } from "./chart";
import { page } from "./page";

/** Writes the figures, the page and, if something was timed, the picture. */
export async function write(result: Result, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "bench.json"), `${JSON.stringify(result, null, 2)}\n`);
  await writeFile(path.join(folder, "bench.md"), page(result));
  const main = mainPair(result.figures.filter(({ throttled }) => !throttled));
  if (main !== undefined) await writeFile(path.join(folder, "bench.svg"), chart(result.figures, main));
}
