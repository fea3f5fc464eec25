import { type Emulator, startEmulator } from "../../../emulator";
import { oneCache } from "../support/programs";
import { EngineStack, succeeded } from "../support/stack";
import { PLACES } from "./support/places";
import { settingsOf } from "./support/settings";

let dcs: Emulator;
let stack: EngineStack;

beforeAll(async () => {
  dcs = await startEmulator({ redis: false, createMs: 200, deleteMs: 200 });
  stack = await EngineStack.create({});
});
afterAll(async () => {
  await stack?.close();
  await dcs?.close();
});

const inConfig = (variables: Readonly<Record<string, string>>) =>
  PLACES["the stack's config"]?.(settingsOf(variables), "").config ?? {};

test("a token that was replaced in the stack's config reaches refresh and destroy by an up, and they say so", async () => {
  await stack.setConfig(inConfig(dcs.signIn.token));
  await succeeded(stack.up(oneCache()));
  dcs.expireTokens();
  await stack.setConfig(inConfig(dcs.signIn.token));

  const refresh = await stack.refresh();
  expect(refresh.failed).toBe(true);
  expect(refresh.output).toMatch(
    /otc:token in the stack's config\) is invalid or expired.*refresh and destroy are given the stack's config of the last `pulumi up`/,
  );
  await succeeded(stack.up(oneCache()));
  await succeeded(stack.refresh());
  await succeeded(stack.destroy());
  expect(dcs.instances()).toEqual([]);
});
