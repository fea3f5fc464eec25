import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { engineEnvironment, local } from "./setup/environment.mjs";
import { packages } from "./setup/packages.mjs";
import { redis } from "./setup/redis.mjs";
import { run } from "./setup/run.mjs";
import { clone, main, SetupError, say } from "./setup/say.mjs";

const report = path.join(local, "jest.json");
/** @type {string[]} */
const failures = [];
const all = process.argv.includes("--all");
if (all) process.env.TESTS = "all";

await main(async () => {
  await packages();
  if (!(await redis())) throw new SetupError("No test was run: they need a Redis server, as said above.");
  await engineEnvironment();

  await tool("Linting", "@biomejs/biome/bin/biome", ["check", "."]);
  await tool("Checking the imports", "dependency-cruiser/bin/dependency-cruise.mjs", [
    "provider",
    "emulator",
    "plugin",
    "terraform",
  ]);
  await tool("Checking the types", "typescript/bin/tsc", ["-p", "tsconfig.json"]);
  await rm(report, { force: true });
  await tool("Testing", "jest/bin/jest.js", [
    "--json",
    `--outputFile=${report}`,
    ...process.argv.slice(2).filter((option) => option !== "--all"),
  ]);

  if (failures.length > 0) say(`Failed: ${failures.join(", ")}`);
  process.stdout.write(`${await outcome()}\n`);
  return failures.length > 0 ? 1 : 0;
});

/** @param {string} purpose @param {string} script @param {string[]} args */
async function tool(purpose, script, args) {
  say(purpose);
  const code = await run(process.execPath, [path.join(clone, "node_modules", script), ...args], { cwd: clone });
  if (code !== 0) failures.push(purpose.toLowerCase());
}

/** A file that could not be run at all counts as a failure: its tests are missing from the numbers. */
async function outcome() {
  if (!existsSync(report)) return "0 passed, 1 failed (jest ended without a result)";
  const result = JSON.parse(await readFile(report, "utf8"));
  const notRun = result.numPendingTests + result.numTodoTests;
  const counts = [
    `${result.numPassedTests} passed`,
    `${result.numFailedTests + result.numRuntimeErrorTestSuites} failed`,
    ...(notRun > 0 ? [`${notRun} not run`] : []),
  ];
  return counts.join(", ");
}
