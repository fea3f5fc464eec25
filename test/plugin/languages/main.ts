import path from "node:path";
import { play } from "./play";

const built = path.resolve(__dirname, "../../../.local/languages");

/** How the program of each language is started. */
const PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  python: [path.join(built, "python/bin/python"), path.join(__dirname, "programs/python/life.py")],
  go: [path.join(built, "go/life")],
  typescript: [process.execPath, path.join(built, "node/life.js")],
};

/** Plays the life of a cache in the languages that are named, or in all of them. */
async function main(named: readonly string[]): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  let failures = 0;
  for (const [language, program] of Object.entries(PROGRAMS)) {
    if (named.length > 0 && !named.includes(language)) continue;
    try {
      failures += await play(language, program, say);
    } catch (error) {
      failures++;
      say(`FAILED ${language}: ${error instanceof Error ? error.message : error}`);
    }
  }
  say(failures === 0 ? "All steps were as expected" : `${failures} steps were not as expected`);
  process.exitCode = failures === 0 ? 0 : 1;
}

void main(process.argv.slice(2));
