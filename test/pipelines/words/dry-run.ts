import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Job } from "../read/job";

/** Programs of a runner that are not run here; each only notes how it was called. */
const NOTED = ["pulumi", "npx", "npm", "gh", "curl"];

/** Writes down its name and arguments, apart by a character that no command contains. */
const STUB = `#!/bin/bash
{ printf '%s' "\${0##*/}"; printf '\\x1f%s' "$@"; printf '\\x1e'; } >> "$NOTES"
# What a step waits for before it goes on.
case "$*" in *otc-dcs-emulator*) echo "# Serving" ;; esac
`;

/** How a program was called: its name and its arguments, as the shell made them. */
export type Call = readonly string[];

/**
 * Lets a shell go through a job, the lines for real pipelines included, with programs that only note their calls. A
 * program that a runner does not have fails the job.
 */
export async function callsOf(job: Job): Promise<Call[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "dry-run-"));
  try {
    const bin = path.join(folder, "bin");
    await mkdir(bin);
    for (const name of NOTED) {
      await writeFile(path.join(bin, name), STUB);
      await chmod(path.join(bin, name), 0o755);
    }
    const notes = path.join(folder, "notes");
    // Earlier jobs of the repository have made it.
    await writeFile(path.join(folder, "Pulumi.prod.yaml"), "");
    const values = {
      NOTES: notes,
      GITHUB_ENV: path.join(folder, "env"),
      GITHUB_STEP_SUMMARY: path.join(folder, "page"),
    };
    const known = { PATH: `${bin}:/usr/bin:/bin`, HOME: folder, STACK: "prod", CI_MERGE_REQUEST_IID: "7", ...values };
    for (const { name, script } of job.steps) {
      const shell = ["--noprofile", "--norc", "-eo", "pipefail", "-c", withoutExpressions(script)];
      await promisify(execFile)("bash", shell, { cwd: folder, env: known }).catch((error: Error) => {
        throw new Error(`${job.name}, ${name}: ${error.message}`);
      });
    }
    const records = (await readFile(notes, "utf8")).split("\x1e").filter((record) => record !== "");
    return records.map((record) => record.split("\x1f"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const withoutExpressions = (script: string): string => script.replace(/\$\{\{.*?\}\}/g, "value");
