/**
 * Three levels, because what goes wrong in Pulumi's provider process or in its engine passes every test below it.
 *
 * - `unit`: the modules themselves.
 * - `process`: the real dynamic-provider process over gRPC; it loads the built package, so build first.
 * - `engine`: the real CLI through the Automation API. The set-up below puts `pulumi` and `pulumi-resource-pulumi-nodejs`
 *   on PATH and sets PULUMI_HOME, PULUMI_SKIP_UPDATE_CHECK and PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION, so a test
 *   calls `LocalWorkspace` with no `pulumiCommand` and brings PULUMI_BACKEND_URL and PULUMI_CONFIG_PASSPHRASE of its own.
 */

// `npm test` leaves out what takes minutes and is played by `npm run test:all` and the long runs.
const leftOut = process.env.TESTS === "all" ? [] : ["\\.long\\.test\\.ts$"];

// Pulumi's SDK loads a compiler and a reader of packages for functions in the state. No program here has such functions,
// and every suite would load both anew.
const unused = {
  "/typescript-shim$": "<rootDir>/tools/setup/jest/typescript.js",
  "^@npmcli/arborist$": "<rootDir>/tools/setup/jest/arborist.js",
};

/** @param {string} level @param {number} testTimeoutMs */
const project = (level, testTimeoutMs) => ({
  displayName: level,
  testEnvironment: "node",
  testMatch: [`<rootDir>/test/${level}/**/*.test.ts`, `<rootDir>/test/plugin/${level}/**/*.test.ts`],
  globals: { testTimeoutMs },
  setupFilesAfterEnv: ["<rootDir>/tools/setup/jest/test-timeout.js"],
  moduleNameMapper: unused,
  testPathIgnorePatterns: ["/node_modules/", ...leftOut],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/.local/"],
  // Types are checked once, by `tsc`, for the whole repository: `isolatedModules` in tsconfig.json keeps ts-jest from it.
  transform: { "\\.ts$": ["ts-jest", { diagnostics: false }] },
});

const engine = project("engine", 240_000);

/** @type {import("jest").Config} */
module.exports = {
  projects: [
    project("unit", 10_000),
    project("process", 60_000),
    {
      ...engine,
      globalSetup: "<rootDir>/tools/setup/engine-tests.mjs",
      // The tests of an example are what its reader copies, so they stand there.
      testMatch: [...engine.testMatch, "<rootDir>/examples/testing/*.test.ts"],
    },
  ],
  maxWorkers: "100%",
  // The engine suites load the SDK anew each; what they leave behind goes with the worker.
  workerIdleMemoryLimit: "1GB",
  // Istanbul's counters would end up in the text that Pulumi serializes into the state.
  coverageProvider: "v8",
  collectCoverageFrom: ["provider/**/*.ts", "emulator/**/*.ts", "terraform/**/*.ts"],
};
