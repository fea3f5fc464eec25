import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { differences, inWords } from "./compare/differences";
import { playLocally } from "./compare/local";
import { checkNetwork, help, type Options, optionsOf, UserError } from "./options";
import { chooseCaches } from "./plan/choose";
import { agreed, announcement } from "./plan/consent";
import { KINDS } from "./plan/kinds";
import { newPassword } from "./play/program";
import { openRecorder, playAndRemove, type Recorder, type Result } from "./play/run";
import { connected } from "./play/stage";
import { sweep, withPrefix } from "./play/sweep";
import type { Recording } from "./record/recording";

const say = (line: string): void => void process.stdout.write(`> ${line}\n`);

/** Numbers the names of a run, so that runs at the same time do not remove each other's caches. */
const runNumber = (): string => Math.floor(Date.now() / 1_000).toString(36);

const asking = ({ yes }: Options, interruption: AbortSignal) => ({
  yes,
  isTerminal: process.stdin.isTTY === true && process.stdout.isTTY === true,
  interruption,
});

async function sweepOnly(options: Options, interruption: AbortSignal): Promise<number> {
  const { dcs, where } = connected(process.env);
  const prefix = `${options.prefix}-`;
  const found = await withPrefix(dcs, prefix);
  if (found.length === 0) {
    say(`No instance in ${where} has a name that begins with ${prefix}`);
    return 0;
  }
  process.stdout.write(found.map(({ id, name, status }) => `    ${name}  ${id}  ${status}\n`).join(""));
  if (!(await agreed(`> Delete these ${found.length} with their data? (y/N) `, asking(options, interruption))))
    return 1;
  return told(await sweep(dcs, { prefix, say }));
}

function told(left: Result["left"]): number {
  if (left.length === 0) {
    say("Nothing is left");
    return 0;
  }
  say("NOT removed, and charged on: delete these in the console, or run `npm run acceptance -- --sweep` later");
  process.stdout.write(left.map(({ id, name }) => `    ${name}  ${id}\n`).join(""));
  return 1;
}

async function played(options: Options, interruption: AbortSignal, recorder: Recorder): Promise<Result | undefined> {
  if (options.local) {
    const kinds = KINDS.filter((kind) => !options.without.includes(kind));
    return playLocally(kinds, { say, interruption, recorder });
  }
  const { dcs, where } = connected(process.env);
  checkNetwork(options.network);
  const chosen = await chooseCaches(options);
  const prefix = `${options.prefix}-${runNumber()}`;
  process.stdout.write(announcement(chosen, `${prefix}-...`, where));
  if (!(await agreed("> Go ahead? (y/N) ", asking(options, interruption)))) return undefined;
  const setting = { chosen, network: options.network, prefix, password: newPassword() };
  return playAndRemove({ dcs, setting, interruption, say }, recorder);
}

async function recorded(options: Options, interruption: AbortSignal, recorder: Recorder): Promise<number> {
  const result = await played(options, interruption, recorder);
  if (result === undefined) return 1;
  const { recording, left } = result;
  await mkdir(path.dirname(path.resolve(options.record)), { recursive: true });
  await writeFile(options.record, `${JSON.stringify(recording, null, 1)}\n`);
  const wrong = recording.steps.filter(({ came }) => came === "wrong").length;
  say(
    `${recording.steps.length} steps, ${wrong} wrong; the shapes of ${recording.calls.length} sorts of answers are in ${options.record}`,
  );
  const code = told(left);
  return wrong > 0 || interruption.aborted ? 1 : code;
}

async function recordingIn(file: string): Promise<Recording> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new UserError(`${file} cannot be read: give the file that \`npm run acceptance\` wrote.`);
  });
  const recording = JSON.parse(text) as Recording;
  if (recording.format !== 1) throw new UserError(`${file} is no recording of this version: play it anew.`);
  return recording;
}

async function compare(file: string, interruption: AbortSignal, recorder: Recorder): Promise<number> {
  const cloud = await recordingIn(file);
  const { recording: local } = await playLocally(cloud.caches, { say, interruption, recorder });
  const found = differences(cloud, local);
  process.stdout.write(found.map((difference) => `    ${inWords(difference)}\n`).join(""));
  say(`${found.length} differences between ${file} and the local DCS`);
  return found.length > 0 ? 1 : 0;
}

async function carryOut(options: Options, interruption: AbortSignal): Promise<number> {
  if (options.command === "help") {
    process.stdout.write(help);
    return 0;
  }
  if (options.command === "sweep") return sweepOnly(options, interruption);
  const recorder = await openRecorder();
  try {
    const { command, file } = options;
    return command === "compare" && file !== undefined
      ? await compare(file, interruption, recorder)
      : await recorded(options, interruption, recorder);
  } finally {
    await recorder.close();
  }
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Runs the command; the result is the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const interruption = new AbortController();
  const interrupted = () => {
    if (interruption.signal.aborted) return say("Still removing what was made: please wait");
    say("Interrupted: the step that runs comes to its end, then everything is removed");
    interruption.abort();
  };
  for (const signal of SIGNALS) process.on(signal, interrupted);
  try {
    return await carryOut(optionsOf(args, process.env), interruption.signal);
  } catch (error) {
    process.stderr.write(`${error instanceof UserError ? error.message : (error as Error).stack}\n`);
    return 1;
  } finally {
    for (const signal of SIGNALS) process.off(signal, interrupted);
  }
}
