import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Deployment } from "@pulumi/pulumi/automation";
import { startEmulator } from "../../../emulator";
import { EngineStack, succeeded } from "../support/stack";
import { PROGRAM } from "./program";
import { PASSPHRASE, programOf, type ReleasedStack } from "./release";

/** Where a resource was declared are paths of this machine, and nobody reads them again. */
function withoutPlaces({ version, deployment }: Deployment): Deployment {
  const resources = deployment.resources.map(
    ({ sourcePosition: _, stackTrace: __, ...resource }: object & Places) => resource,
  );
  return { version, deployment: { ...deployment, resources } };
}

interface Places {
  readonly sourcePosition?: unknown;
  readonly stackTrace?: unknown;
}

/** Makes the stack of this version and keeps it for later ones. The stack of a release is made once. */
async function make(again: boolean): Promise<void> {
  const { version } = require("../../../package.json") as { version: string };
  const file = path.join(__dirname, `${version}.json`);
  if (existsSync(file) && !again) {
    throw new Error(`the stack of ${version} is there already; until ${version} is released, --again makes it anew`);
  }
  const dcs = await startEmulator({ redis: false, createMs: 200, taskMs: 200, recoverMs: 100 });
  const stack = await EngineStack.create({ ...dcs.env, PULUMI_CONFIG_PASSPHRASE: PASSPHRASE });
  try {
    await succeeded(stack.up(programOf(PROGRAM)));
    const kept: ReleasedStack = {
      version,
      program: PROGRAM,
      world: dcs.kept(),
      stack: withoutPlaces(await stack.exportEncrypted()),
    };
    await writeFile(file, `${JSON.stringify(kept, null, 2)}\n`);
    process.stdout.write(`> Wrote test/engine/releases/${version}.json\n`);
  } finally {
    await stack.close();
    await dcs.close();
  }
}

make(process.argv.includes("--again")).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
