import { DcsInstance } from "pulumi-otc-dcs";
import { type Emulator, startEmulator } from "../../../emulator";
import { todays } from "../support/programs";
import { EngineStack, succeeded } from "../support/stack";

const CACHES = 100;
const LIFETIME = 2_000;

const manyCaches = async () => {
  for (let at = 1; at <= CACHES; at++) new DcsInstance(`cache-${at}`, { ...todays, noPasswordAccess: true });
};

let dcs: Emulator;
let stack: EngineStack;

beforeAll(async () => {
  dcs = await startEmulator({ redis: false, createMs: 6_000, deleteMs: 4_000, tokenLifetimeMs: LIFETIME });
  stack = await EngineStack.create(dcs.signIn.password, { "otc:liveChecks": { value: "false" } });
  stack.setEnvironment({ PULUMI_PARALLEL: "100" });
});
afterAll(async () => {
  await stack?.close();
  await dcs?.close();
});

/** Runs the engine; answers how often it signed in, and how many tokens could at least have come to their end. */
async function counted(run: () => Promise<unknown>): Promise<{ signIns: number; lifetimes: number }> {
  const [before, began] = [dcs.signInCount(), Date.now()];
  await run();
  const [signIns, took] = [dcs.signInCount() - before, Date.now() - began];
  const called = dcs.journal.length;
  console.info(`${CACHES} caches: ${signIns - 1} renewals in ${Math.round(took / 1000)} s, ${called} calls so far`);
  return { signIns, lifetimes: took / LIFETIME };
}

test(`${CACHES} caches are made with tokens that live 2 seconds, each of them renewed for all`, async () => {
  const { signIns, lifetimes } = await counted(() => succeeded(stack.up(manyCaches)));
  expect(dcs.instances().map(({ status }) => status)).toEqual(Array(CACHES).fill("RUNNING"));
  expect(signIns).toBeGreaterThanOrEqual(3);
  // A token is renewed at four fifths of its life; one that a slow machine lets expire on the way costs another.
  expect(signIns).toBeLessThan(2.5 * lifetimes + 2);
}, 600_000);

test("and are destroyed with such tokens", async () => {
  const { signIns, lifetimes } = await counted(() => succeeded(stack.destroy()));
  expect(dcs.instances()).toEqual([]);
  expect(await stack.caches()).toEqual([]);
  expect(signIns).toBeGreaterThanOrEqual(2);
  expect(signIns).toBeLessThan(2.5 * lifetimes + 2);
}, 600_000);
