import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { clone, SetupError, say } from "../setup/say.mjs";
import { cachePassword } from "./password.mjs";
import { passwordFile, stackPlace } from "./place.mjs";
import { loadProgram } from "./program.mjs";

const require = createRequire(import.meta.url);
const project = "otc-dcs-basic";
const backend = path.join(stackPlace, "backend");
const folder = path.join(stackPlace, "project");

/** Is there a stack of an earlier run? */
export async function hasStack() {
  return existsSync(backend);
}

/**
 * The stack of examples/basic on a local file backend, with a password for its cache. Its program runs in this process,
 * as the Automation API's inline programs do.
 * @param {Record<string, string>} dcs how to reach the local DCS
 */
export async function openStack(dcs) {
  const { LocalWorkspace } = require("@pulumi/pulumi/automation");
  await mkdir(backend, { recursive: true });
  // Inside the clone, so that the provider process finds the packages from here.
  await mkdir(folder, { recursive: true });
  const stack = await LocalWorkspace.createOrSelectStack(
    {
      stackName: "local",
      projectName: project,
      program: () => loadProgram(path.join(clone, "examples/basic/index.ts")),
    },
    {
      workDir: folder,
      projectSettings: { name: project, runtime: "nodejs" },
      envVars: { ...dcs, PULUMI_BACKEND_URL: `file://${backend}`, PULUMI_CONFIG_PASSPHRASE: await passphrase() },
    },
  );
  const config = await stack.getAllConfig();
  const known = config[`${project}:cachePassword`];
  if (known === undefined) say("Making up a password for the cache");
  const password = known ?? { value: cachePassword(), secret: true };
  await writeFile(passwordFile, password.value, { mode: 0o600 });
  if (known === undefined) await stack.setConfig("cachePassword", password);
  return stack;
}

/**
 * Runs one command of the engine with its own output as it comes.
 * @template T
 * @param {string} command
 * @param {(reporting: { color: "always" | "never", onOutput: (text: string) => void, onError: (text: string) => void }) => Promise<T>} call
 */
export async function visibly(command, call) {
  const { CommandError } = require("@pulumi/pulumi/automation");
  say(`pulumi ${command}`);
  try {
    return await call({
      color: process.stdout.isTTY ? "always" : "never",
      onOutput: (text) => process.stdout.write(text),
      // With --diff the engine writes there what a resource says: why it is replaced, what is wrong with it.
      onError: (text) => process.stdout.write(text),
    });
  } catch (error) {
    // Its message repeats the whole output, which has just been shown.
    throw error instanceof CommandError ? new SetupError(`pulumi ${command} failed: see its output above.`) : error;
  }
}

/** Made up for this stack: the password of the cache is encrypted with it. */
async function passphrase() {
  const file = path.join(stackPlace, "passphrase");
  if (!existsSync(file)) await writeFile(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return readFile(file, "utf8");
}
