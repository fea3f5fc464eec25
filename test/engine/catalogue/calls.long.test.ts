import { DcsInstance } from "pulumi-otc-dcs";
import { type Emulator, startEmulator } from "../../../emulator";
import { EngineStack, succeeded } from "../support/stack";
import { argsOf } from "./worlds";

const CACHES = 100;

const caches = async () => {
  for (let at = 0; at < CACHES; at += 1) new DcsInstance(`cache-${at}`, argsOf());
};

describe(`${CACHES} new caches`, () => {
  let dcs: Emulator;
  let stack: EngineStack;

  beforeAll(async () => {
    dcs = await startEmulator({ redis: false, createMs: 5 });
    stack = await EngineStack.create(dcs.env);
  });
  afterAll(async () => {
    await stack?.close();
    await dcs?.close();
  });

  test("are previewed with at most six calls, the sign-in included, and one line each", async () => {
    const { output, changes } = await succeeded(stack.preview(caches));
    expect(changes).toEqual({ create: CACHES + 1 });
    expect(dcs.journal.length).toBeLessThanOrEqual(6);
    const kinds = dcs.journal.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(kinds).size).toBe(kinds.length);
    const lines = new Set(output.match(/cache-\d+-test: redis\.ha\.xu1\.large\.r2\.2 in eu-de-01, eu-de-02: /g));
    expect(lines.size).toBe(CACHES);
  });

  test("are refused together when the quota is too small for all of them", async () => {
    dcs.changeCatalogue({ instanceQuota: CACHES - 1 });
    const { failed, output } = await stack.preview(caches);
    expect(failed).toBe(true);
    expect(new Set(output.match(/this is new cache \d+/g))).toEqual(new Set([`this is new cache ${CACHES}`]));
    dcs.changeCatalogue({ instanceQuota: CACHES });
    expect((await stack.preview(caches)).failed).toBe(false);
  });

  test("are created with the same calls before the first order, and look-ups of names", async () => {
    const before = dcs.journal.length;
    await succeeded(stack.up(caches));
    const calls = dcs.journal.slice(before);
    const first = calls.findIndex(({ method, path }) => method === "POST" && path.endsWith("/instances"));
    expect(first).toBeGreaterThan(0);
    // Every order looks its name up once more; those that start together share a list.
    const others = calls.slice(0, first).filter(({ path }) => !path.endsWith("/instances"));
    expect(others.map(({ path }) => path.split("/").at(-1)).sort()).toEqual([
      "availableZones",
      "flavors",
      "products",
      "quota",
      "tokens",
    ]);
    expect(first).toBeLessThanOrEqual(9);
    expect(dcs.instances()).toHaveLength(CACHES);
  });

  test("are previewed without a change with at most three calls", async () => {
    const before = dcs.journal.length;
    await succeeded(stack.preview(caches));
    expect(dcs.journal.length - before).toBeLessThanOrEqual(3);
  });
});
