import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Deployment } from "@pulumi/pulumi/automation";
import { bytesPerResource } from "../../../bench/measure/export";
import { program } from "../../../bench/programs/contenders";
import { type Emulator, startEmulator } from "../../../emulator";
import { longDescribe } from "../../support/long";
import { EngineStack, type Outcome, succeeded } from "../support/stack";

const CACHES = 20;

/** Counts, which say the same on every machine; times are what `npm run bench` is for. */
describe(`${CACHES} caches of the specification's request`, () => {
  let dcs: Emulator;
  let stack: EngineStack;
  const caches = program("ours", CACHES);

  /** How many calls a run made. */
  async function callsOf(run: () => Promise<Outcome>): Promise<number> {
    const before = dcs.journal.length;
    await succeeded(run());
    return dcs.journal.length - before;
  }

  beforeAll(async () => {
    dcs = await startEmulator({ createMs: 300, deleteMs: 200, redis: false });
    stack = await EngineStack.create(dcs.env);
  });
  afterAll(async () => {
    await stack?.close();
    await dcs?.close();
  });

  test("are created with at most three calls each and ten in all", async () => {
    const calls = await callsOf(() => stack.up(caches));
    expect(dcs.instances().filter(({ status }) => status === "RUNNING")).toHaveLength(CACHES);
    expect(calls).toBeLessThanOrEqual(3 * CACHES + 10);
  });

  test("are previewed without a change with at most three calls in all", async () => {
    expect(await callsOf(() => stack.preview(caches))).toBeLessThanOrEqual(3);
  });

  test("are refreshed with one call each and two in all", async () => {
    expect(await callsOf(() => stack.refresh())).toBeLessThanOrEqual(CACHES + 2);
  });

  test("take at most 4,000 bytes each in an export of the state", async () => {
    const exported: Deployment = await stack.export();
    expect(bytesPerResource(exported)).toBeLessThanOrEqual(4000);
  });
});

longDescribe("npm run bench", () => {
  const clone = path.resolve(__dirname, "../../..");
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "dcs-bench-out-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("measures this provider beside two plain ones and writes down what it saw", async () => {
    const smallest = ["--caches", "1", "--create", "0", "--rounds", "1", "--only", "preview", "--out", folder];
    const main = ["-r", "ts-node/register/transpile-only", "bench/main.ts", ...smallest];
    await promisify(execFile)(process.execPath, main, { cwd: clone });
    const { figures } = JSON.parse(await readFile(path.join(folder, "bench.json"), "utf8"));
    expect(figures.map(({ contender, operation }: Record<string, string>) => [contender, operation])).toEqual([
      ["ours", "preview"],
      ["plugin", "preview"],
      ["bare", "preview"],
      ["terraform", "preview"],
    ]);
    const [ours] = figures as ReadonlyArray<{ seconds: number; calls: number }>;
    expect(ours?.seconds).toBeGreaterThan(0);
    expect(ours?.calls).toBeGreaterThan(0);
  });
});
