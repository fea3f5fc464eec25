import { existsSync } from "node:fs";
import path from "node:path";
import { openWorld } from "./play/world";
import { PIPELINES, type SystemName } from "./read/pipelines";
import { story } from "./story";

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

async function play(system: SystemName): Promise<number> {
  const world = await openWorld();
  say(
    `\n${system}: state in ${world.backend.startsWith("s3:") ? "an S3 bucket" : "a folder, because the S3 server could not be fetched"}`,
  );
  try {
    for (const [at, { title, play }] of story(world, PIPELINES[system]()).entries()) {
      const began = Date.now();
      const figures = await play().catch((error: Error) => error);
      const seconds = Math.round((Date.now() - began) / 1000);
      if (figures instanceof Error) {
        // Each chapter goes on from the one before it.
        say(`  FAILED ${at + 1}. ${title} (${seconds} s)\n${figures.message}`);
        return 1;
      }
      say(`  ${at + 1}. ${title}: ${figures} (${seconds} s)`);
    }
    return 0;
  } finally {
    await world.close();
  }
}

/** The jobs type commands of the CLI, which then starts TypeScript programs by this program beside it. */
const LANGUAGE_HOST = process.platform === "win32" ? "pulumi-language-nodejs.exe" : "pulumi-language-nodejs";

function hasLanguageHost(): boolean {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return folders.some((folder) => existsSync(path.join(folder, LANGUAGE_HOST)));
}

async function main(asked: readonly string[]): Promise<void> {
  if (!hasLanguageHost()) {
    say(`No ${LANGUAGE_HOST} on PATH, without which the CLI runs no TypeScript program. Pulumi's installer brings it:`);
    say("install the CLI as https://www.pulumi.com/docs/install says, and run the command again.");
    process.exitCode = 1;
    return;
  }
  const systems = (Object.keys(PIPELINES) as SystemName[]).filter((name) => asked.length === 0 || asked.includes(name));
  if (systems.length === 0) throw new Error(`give ${Object.keys(PIPELINES).join(" or ")}, or nothing for both`);
  for (const system of systems) if ((await play(system)) !== 0) process.exitCode = 1;
}

main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
