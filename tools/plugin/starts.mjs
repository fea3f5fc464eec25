import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { run } from "../setup/run.mjs";

const LONGEST = 60_000;

/**
 * Unpacks the file as Pulumi does, away from the clone, and starts the executable in it.
 * @param {string} file
 * @param {string} executable
 * @returns {Promise<boolean>} whether it told the port that it serves
 */
export async function starts(file, executable) {
  const place = await mkdtemp(path.join(tmpdir(), "packed-plugin-"));
  try {
    if ((await run("tar", ["-xzf", file, "-C", place])) !== 0) return false;
    return /^\d+$/.test(await firstLine(path.join(place, executable)));
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** What the plugin prints first, or nothing if it ends or says nothing. @param {string} script @returns {Promise<string>} */
async function firstLine(script) {
  const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"], timeout: LONGEST });
  try {
    for await (const line of createInterface({ input: child.stdout })) return line;
    return "";
  } finally {
    child.kill("SIGKILL");
  }
}
