import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { DcsClient } from "../../../provider/client/dcs-client";
import { FOLDER, nodeOptions, record } from "../record/hook";
import { heardIn, type Recording } from "../record/recording";
import { play } from "./life";
import type { Setting } from "./program";
import { Stage } from "./stage";
import { type Sweep, sweep } from "./sweep";

export interface Run extends Omit<Sweep, "prefix"> {
  readonly dcs: DcsClient;
  readonly setting: Setting;
  readonly interruption: AbortSignal;
}

/** What a run came to. */
export interface Result {
  readonly recording: Recording;
  /** Instances that could not be removed. */
  readonly left: ReadonlyArray<{ readonly id: string; readonly name: string }>;
}

/** A folder to record into, until `close`. */
export async function openRecorder() {
  const folder = await mkdtemp(path.join(tmpdir(), "dcs-shapes-"));
  const stop = record(folder);
  const close = async () => {
    stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { env: { [FOLDER]: folder, NODE_OPTIONS: nodeOptions() }, heard: () => heardIn(folder), close };
}

export type Recorder = Awaited<ReturnType<typeof openRecorder>>;

const STRAY = ["unhandledRejection", "uncaughtException"] as const;

/** Plays the life and records it. Whatever happens, everything with the prefix of this run is removed. */
export async function playAndRemove(run: Run, recorder: Recorder): Promise<Result> {
  const { dcs, setting, interruption, say } = run;
  const { version } = require("../../../package.json") as { version: string };
  const stage = await Stage.open(dcs, setting, interruption, recorder.env);
  // An engine that this process started gets a signal of the terminal by itself; one of another process it does not.
  const pass = () => {
    if (!process.stdin.isTTY) void stage.stack.processes().then(({ cli }) => cli && process.kill(cli, "SIGINT"));
  };
  interruption.addEventListener("abort", pass);
  // A command that is killed leaves rejections in Pulumi's SDK that nobody handles. Nothing may end this process before the
  // caches are removed.
  const ignore = () => {};
  for (const event of STRAY) process.on(event, ignore);
  try {
    const steps = await play(stage, say);
    const caches = setting.chosen.map(({ kind }) => kind);
    return {
      recording: { format: 1, version, caches, steps, calls: await recorder.heard() },
      left: await sweep(dcs, { ...run, prefix: setting.prefix }),
    };
  } catch (error) {
    await sweep(dcs, { ...run, prefix: setting.prefix });
    throw error;
  } finally {
    for (const event of STRAY) process.off(event, ignore);
    interruption.removeEventListener("abort", pass);
    await stage.stack.close();
  }
}
