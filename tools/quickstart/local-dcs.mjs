import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { clone, SetupError, say } from "../setup/say.mjs";
import { place } from "./place.mjs";

/** @typedef {{ pid: number, environment: Record<string, string> }} Running */

const record = path.join(place, "dcs.json");
const log = path.join(place, "dcs.log");
const startsWithinMs = 20_000;
const stopsWithinMs = 15_000;

/** The local DCS: the one of the last run while it answers, so that its cache is still there; otherwise a new one. */
export async function localDcs() {
  const last = await running();
  if (last) {
    say(`The local DCS of the last run still answers at ${last.environment.OS_AUTH_URL}`);
    return { environment: last.environment, fresh: false };
  }
  say("Starting the local DCS");
  const started = await start();
  await writeFile(record, JSON.stringify(started), { mode: 0o600 });
  return { environment: started.environment, fresh: true };
}

/** The local DCS of an earlier run, if it still answers. @returns {Promise<Running | undefined>} */
export async function running() {
  const text = await readFile(record, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  /** @type {Running} */
  const last = JSON.parse(text);
  return isAlive(last.pid) && (await answers(last.environment.OS_AUTH_URL)) ? last : undefined;
}

/** Stops it, and with it its Redis servers. */
export async function stop() {
  const last = await running();
  if (last) {
    say("Stopping the local DCS");
    process.kill(last.pid, "SIGTERM");
    if (!(await until(() => !isAlive(last.pid), stopsWithinMs))) {
      throw new SetupError(
        `The local DCS (process ${last.pid}) did not stop within ${stopsWithinMs / 1000} s: stop it yourself.`,
      );
    }
  }
  await rm(record, { force: true });
}

/** A process of its own, so that the cache outlives this run. @returns {Promise<Running>} */
async function start() {
  await mkdir(place, { recursive: true });
  const file = openSync(log, "w", 0o600);
  const child = spawn(process.execPath, [path.join(clone, "dist/emulator/cli.js"), "--port", "0"], {
    cwd: place,
    detached: true,
    stdio: ["ignore", file, file],
  });
  closeSync(file);
  child.unref();
  const pid = child.pid ?? 0;
  /** @type {Record<string, string>} */
  let environment = {};
  const ready = await until(async () => {
    environment = exportsOf(await readFile(log, "utf8"));
    return (
      child.exitCode !== null || (environment.OS_AUTH_URL !== undefined && (await answers(environment.OS_AUTH_URL)))
    );
  }, startsWithinMs);
  if (ready && child.exitCode === null) return { pid, environment: exportsOf(await readFile(log, "utf8")) };
  if (child.exitCode === null) process.kill(pid, "SIGTERM");
  throw new SetupError(`The local DCS did not start. It said:\n${await readFile(log, "utf8")}`);
}

/** The `export NAME=value` lines it prints, with or without quotes. @param {string} text */
function exportsOf(text) {
  const lines = text.matchAll(/^export (\w+)=(["']?)(.*)\2$/gm);
  return Object.fromEntries([...lines].map(([, name, , value]) => [name, value]));
}

/** @param {string | undefined} url */
async function answers(url) {
  if (url === undefined) return false;
  return fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    () => true,
    () => false,
  );
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** @param {() => boolean | Promise<boolean>} condition @param {number} withinMs */
async function until(condition, withinMs) {
  const end = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > end) return false;
    await pause(100);
  }
  return true;
}
