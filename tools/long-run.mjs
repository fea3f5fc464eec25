import path from "node:path";
import { languages } from "./plugin/languages.mjs";
import engineTests from "./setup/engine-tests.mjs";
import { engineEnvironment } from "./setup/environment.mjs";
import { packages } from "./setup/packages.mjs";
import { run } from "./setup/run.mjs";
import { clone, main, SetupError, say } from "./setup/say.mjs";

const register = path.join(clone, "node_modules/ts-node/register/transpile-only");
const jest = path.join(clone, "node_modules/jest/bin/jest.js");

/** @param {string} file */
const script = (file) => (/** @type {string[]} */ options) => ["-r", register, path.join(clone, file), ...options];

/** @param {string} folder */
const engineLevel = (folder) => (/** @type {string[]} */ options) => [
  jest,
  "--selectProjects",
  "engine",
  ...options,
  "--",
  path.join(clone, folder),
];

/**
 * What takes minutes and needs the engine, by the name of its npm script.
 * `yaml`: it plays YAML programs, too. `prepare`: what it needs beside packages and engine.
 * @type {Record<string, { purpose: string, command: (options: string[]) => string[], env?: Record<string, string>, yaml?: boolean, prepare?: () => Promise<void> }>}
 */
const runs = {
  bench: {
    purpose: "Measuring; the whole takes up to an hour, and nothing else should run meanwhile",
    command: script("bench/main.ts"),
  },
  faults: {
    purpose: "Playing the fault matrix; its hanging connections are waited for, which takes some minutes",
    command: script("test/faults/main.ts"),
  },
  interruptions: {
    purpose: "Killing runs of the engine at twenty moments, and as many through the plugin, which takes some minutes",
    command: script("test/engine/interruptions/main.ts"),
    yaml: true,
  },
  languages: {
    purpose: "Playing the life of a cache from Python, Go and TypeScript",
    command: script("test/plugin/languages/main.ts"),
    prepare: languages,
  },
  pipelines: {
    purpose: "Running the pipelines of examples/pipelines against a local DCS, which takes minutes",
    command: script("test/pipelines/main.ts"),
  },
  packages: {
    purpose: "Installing the packed package into new projects and using it there, which takes about half an hour",
    command: script("test/packages/main.ts"),
  },
  "release:fixture": {
    purpose: "Making a stack of this version, which every later version must refresh, change and destroy",
    command: script("test/engine/releases/make.ts"),
  },
  sequences: {
    purpose: "Playing random sequences; a failing one is shrunk, which takes minutes",
    command: script("test/sequences/main.ts"),
  },
  "sign-in": {
    purpose: "Signing in by every way from every place, and by every set-up that is wrong, which takes some minutes",
    command: engineLevel("test/engine/sign-in"),
    env: { TESTS: "all" },
  },
};

await main(async () => {
  const [name = "", ...options] = process.argv.slice(2);
  const asked = runs[name];
  if (asked === undefined) throw new SetupError(`"${name}" is none of the long runs: ${Object.keys(runs).join(", ")}`);
  await packages();
  await (asked.yaml ? engineTests() : engineEnvironment());
  await asked.prepare?.();
  say(asked.purpose);
  return run(process.execPath, asked.command(options), { cwd: clone, env: { ...process.env, ...asked.env } });
});
