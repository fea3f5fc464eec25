import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { hasLanguageHost } from "../../bench/run/typed/language-host";
import { startEmulator } from "../../emulator";
import { CELLS, type Cell } from "./cells";
import { consumer } from "./consumer";
import { Tools } from "./managers";
import { isRight, page, type Tried, titleOf } from "./page";
import { inline, nodeVersion, typed, versionOf } from "./play/play";
import { run } from "./play/run";

const clone = path.resolve(__dirname, "../..");

/** Projects at a time: an installation waits for the network, a run of the engine for the service. */
const LANES = 3;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The words of a failure: those that are expected, else its last line that names an error. */
function wordsOf(error: unknown, forbidden?: RegExp): string {
  const lines = String((error as Error).message)
    .split("\n")
    .map((line) => line.trim());
  const told =
    (forbidden && lines.find((line) => forbidden.test(line))) ?? lines.findLast((line) => /error/i.test(line));
  if (forbidden === undefined) say(String((error as Error).message));
  return (told ?? lines.at(-1) ?? "").replaceAll(clone, "<clone>").slice(0, 300);
}

const outcomeOf = (played: Promise<void>, forbidden?: RegExp): Promise<string | undefined> =>
  played.then(
    () => undefined,
    (error) => wordsOf(error, forbidden),
  );

async function attempt(cell: Cell, packed: string, tools: Tools, cache: string): Promise<Tried> {
  const began = Date.now();
  const root = await mkdtemp(path.join(tmpdir(), "dcs-consumer-"));
  // Each project has a local DCS of its own: their caches have the same name.
  const dcs = await startEmulator({ redis: false, createMs: 200, deleteMs: 200 });
  try {
    const installed = await consumer(cell, root, packed, tools, cache);
    const secret = { PULUMI_CONFIG_PASSPHRASE: randomBytes(8).toString("hex") };
    const made = { ...installed, env: { ...installed.env, ...dcs.env, ...secret } };
    const [node, pulumi] = [await nodeVersion(made), await versionOf(made, "@pulumi/pulumi")];
    const inlined = await outcomeOf(inline(made), cell.forbidden);
    const commands = hasLanguageHost() ? await outcomeOf(typed(made), cell.forbidden ?? cell.forbiddenToType) : null;
    const seconds = Math.round((Date.now() - began) / 1000);
    return { cell, node, pulumi, inline: inlined, typed: commands, seconds };
  } finally {
    await dcs.close();
    await rm(root, { recursive: true, force: true });
  }
}

async function pack(folder: string): Promise<string> {
  const packed = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], { cwd: clone });
  const [{ filename }] = JSON.parse(packed);
  return path.join(folder, filename);
}

async function main(): Promise<void> {
  const wanted = process.argv[2];
  const tools = new Tools(path.join(clone, ".local/packages"));
  const place = await mkdtemp(path.join(tmpdir(), "dcs-packed-"));
  const cache = path.join(place, "cache");
  await mkdir(cache);
  say(hasLanguageHost() ? "By script, and by commands" : "By script only: Pulumi's language host is not on PATH");
  try {
    const packed = await pack(place);
    const cells = CELLS.filter((each) => wanted === undefined || titleOf(each).includes(wanted));
    const tried: Tried[] = [];
    const write = async (): Promise<void> => {
      const inOrder = [...tried].sort((a, b) => CELLS.indexOf(a.cell) - CELLS.indexOf(b.cell));
      if (wanted === undefined) await writeFile(path.join(clone, "docs/results/packages.md"), page(inOrder));
      if (tried.length === cells.length) say(page(inOrder));
    };
    await tools.all();
    const open = [...cells];
    const lane = async (): Promise<void> => {
      for (let cell = open.shift(); cell; cell = open.shift()) {
        const one = await attempt(cell, packed, tools, cache);
        tried.push(one);
        const judgement = isRight(one) ? "as expected" : "NOT as expected";
        say(`${judgement}: ${titleOf(cell)}; Node ${one.node}; ${one.pulumi}; ${one.seconds} s`);
        await write();
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    process.exitCode = tried.every(isRight) ? 0 : 1;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

void main();
