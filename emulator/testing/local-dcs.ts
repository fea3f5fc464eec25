import { type Emulator, startEmulator as start } from "../emulator";
import type { EmulatorOptions } from "../service/options";
import { environmentOf } from "./environment";

/** How the local DCS of a test behaves; every time is in milliseconds. Unlike the command's, its defaults are short. */
export interface LocalDcsOptions extends Pick<EmulatorOptions, "port" | "redis"> {
  /** How long a cache stays CREATING. Default 200. */
  readonly createMs?: number;
  /** How long a cache stays DELETING. Default 200. */
  readonly deleteMs?: number;
  /** How long a resize takes. Default 200. */
  readonly extendMs?: number;
  /** How long a restart, a backup or a restore takes. Default 200. */
  readonly taskMs?: number;
}

/** A local DCS in the process of a test. */
export interface LocalDcs
  extends Pick<Emulator, "url" | "instances" | "journal" | "fault" | "clearFaults" | "foreign" | "tamper" | "remove"> {
  /**
   * Environment variables for the program under test: address, sign-in and project. They also empty the other variables
   * that the provider reads, so that a test reaches no cloud, whatever the developer's shell is set up for.
   */
  readonly env: Readonly<Record<string, string>>;
  /** Ends it, its caches and their Redis servers. A test that does not call it keeps the test run from ending. */
  stop(): Promise<void>;
}

const SHORT = { createMs: 200, deleteMs: 200, extendMs: 200, taskMs: 200 };

/**
 * Starts a local DCS on a free port of 127.0.0.1. Several can run at the same time, each with its own caches.
 *
 * @throws if the port of `options` is taken, or if `redis: true` and no Redis server is installed.
 *
 * @example
 * const dcs = await startEmulator();
 * // ... `pulumi up` with the variables of `dcs.env`, then
 * expect(dcs.instances()).toMatchObject([{ name: "sessions-test", status: "RUNNING" }]);
 * await dcs.stop();
 */
export async function startEmulator(options: LocalDcsOptions = {}): Promise<LocalDcs> {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const { close, env, url, instances, journal, fault, clearFaults, foreign, tamper, remove } = await start({
    ...SHORT,
    ...given,
  });
  const inside = { url, instances, journal, fault, clearFaults, foreign, tamper, remove };
  return { ...inside, env: environmentOf(env), stop: close };
}
