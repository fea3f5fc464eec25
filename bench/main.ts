import { cpus } from "node:os";
import path from "node:path";
import { PulumiCommand } from "@pulumi/pulumi/automation";
import { type Flags, flagsOf } from "./flags";
import { CONTENDERS, livesOf } from "./plan";
import { Progress } from "./progress";
import { barTable } from "./report/bars";
import { asText, pairTable, processTable, resourceTable, TITLES } from "./report/tables";
import { write } from "./report/write";
import { figuresOf, type Lived, type Result } from "./result";
import { declaring } from "./run/declaring";
import { type Life, live } from "./run/life";
import { type ProcessFigures, processFigures } from "./run/process";
import { hasLanguageHost } from "./run/typed/language-host";

const clone = path.resolve(__dirname, "..");
const PROCESS_CACHES = 1000;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

async function versions(): Promise<Record<string, string>> {
  return {
    "pulumi-otc-dcs": require("../package.json").version,
    Pulumi: String((await PulumiCommand.get()).version),
    "@pulumi/pulumi": require("@pulumi/pulumi/package.json").version,
    "Node.js": process.versions.node,
  };
}

const titleOf = ({ contender, caches, create, throttled }: Life): string =>
  `${TITLES[contender]}, ${caches} in ${create} s${throttled ? ", every tenth call answered 429" : ""}`;

async function livesIn(lives: readonly Life[], progress: Progress): Promise<Lived[]> {
  const lived: Lived[] = [];
  for (const [index, life] of lives.entries()) {
    const measured = await progress.step(
      titleOf(life),
      () => live(life),
      (all) => all.map(({ operation, seconds }) => `${operation} ${seconds.toFixed(1)}`).join(", "),
    );
    lived.push({ life, measured });
    const next = lives[index + 1];
    if (next?.caches === life.caches && next.create === life.create) continue;
    say(`\n${life.caches} caches, created in ${life.create} s\n${asText(pairTable(figuresOf(lived), life))}\n`);
  }
  return lived;
}

function inProcess(progress: Progress): Promise<ProcessFigures> {
  const title = `${PROCESS_CACHES} caches in the provider process, no engine`;
  const told = ({ hundreds }: ProcessFigures) => {
    const last = hundreds.at(-1);
    return last === undefined
      ? ""
      : `a check ${last.checkMs.toFixed(1)} ms, ${last.megabytes.toFixed(0)} MB at the end`;
  };
  return progress.step(title, () => processFigures(PROCESS_CACHES), told);
}

async function measure(flags: Flags): Promise<Result> {
  const lives = livesOf(flags);
  const [declares, hasProcess] = [flags.parts.includes("declaring"), flags.parts.includes("process")];
  const progress = new Progress(lives.length + (declares ? CONTENDERS.length : 0) + (hasProcess ? 1 : 0));
  return {
    date: new Date().toISOString(),
    versions: await versions(),
    processors: cpus().length,
    rounds: flags.rounds,
    commands: hasLanguageHost() ? "typed" : "inline",
    figures: figuresOf(await livesIn(lives, progress)),
    declaring: declares ? await declaring(flags.rounds, progress) : [],
    process: hasProcess ? await inProcess(progress) : undefined,
  };
}

async function main(): Promise<void> {
  const flags = flagsOf(process.argv.slice(2));
  if (flags === undefined) return;
  say(
    hasLanguageHost()
      ? "Commands are typed in a project's folder, as users type them."
      : "No pulumi-language-nodejs is on the PATH: inline programs of the Automation API run in place of typed commands.",
  );
  const result = await measure(flags);
  const tables = [resourceTable(result), processTable(result), barTable(result)];
  for (const table of tables.filter(({ length }) => length > 1)) say(`\n${asText(table)}`);
  const folder =
    flags.out === undefined ? path.join(clone, flags.isWhole ? "docs" : ".local") : path.resolve(flags.out);
  await write(result, folder);
  say(
    `\nWritten to ${path.relative(clone, folder) || "."}/: bench.json, bench.md and, if a stack was timed, bench.svg`,
  );
}

main().catch((error: Error) => {
  say(`\n${error.message}`);
  process.exitCode = 1;
});
