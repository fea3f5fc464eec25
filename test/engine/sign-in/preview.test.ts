import { DcsInstance } from "pulumi-otc-dcs";
import { type Emulator, startEmulator } from "../../../emulator";
import { todays } from "../support/programs";
import { EngineStack } from "../support/stack";
import { diagnostics } from "./support/printed";

const twoCaches = async () => {
  for (const name of ["sessions", "carts"]) new DcsInstance(name, { ...todays, noPasswordAccess: true, whitelist: [] });
};

let dcs: Emulator;
let stack: EngineStack;

beforeAll(async () => {
  dcs = await startEmulator({ redis: false });
  stack = await EngineStack.create(dcs.signIn.password);
});
afterAll(async () => {
  await stack?.close();
  await dcs?.close();
});

test("preview without live checks calls nobody", async () => {
  stack.setEnvironment({ OTC_LIVE_CHECKS: "false" });
  expect(await stack.preview(twoCaches)).toMatchObject({ failed: false, changes: { create: 3 } });
  expect(dcs.journal).toEqual([]);
});

test("a service that cannot be reached at preview is one warning, and no failure", async () => {
  stack.setEnvironment({ OTC_LIVE_CHECKS: "true" });
  await dcs.stopListening();
  const { failed, output, changes } = await stack.preview(twoCaches);
  expect({ failed, changes }).toMatchObject({ failed: false, changes: { create: 3 } });
  const warnings = diagnostics(output).filter((line) => line.includes("warning:"));
  expect(warnings).toEqual([
    expect.stringMatching(/the service could not be asked.*the connection is refused.*otc:authUrl \/ OS_AUTH_URL/),
  ]);
});
