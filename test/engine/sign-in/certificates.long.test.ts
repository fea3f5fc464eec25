import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DcsInstance } from "pulumi-otc-dcs";
import { type Emulator, startEmulator } from "../../../emulator";
import { selfSigned } from "../../support/certificate";
import { todays } from "../support/programs";
import { EngineStack, succeeded } from "../support/stack";
import { diagnostics } from "./support/printed";

const twoCaches = async () => {
  for (const name of ["sessions", "carts"]) new DcsInstance(name, { ...todays, noPasswordAccess: true, whitelist: [] });
};

const own = selfSigned();
const folder = mkdtempSync(path.join(tmpdir(), "dcs-tls-"));
const authority = path.join(folder, "authority.pem");

let dcs: Emulator;
let stack: EngineStack;

beforeAll(async () => {
  writeFileSync(authority, own.cert);
  dcs = await startEmulator({ redis: false, createMs: 200, deleteMs: 200, tls: own });
  stack = await EngineStack.create(dcs.signIn.password);
});
afterAll(async () => {
  await stack?.close();
  await dcs?.close();
  rmSync(folder, { recursive: true, force: true });
});

test("preview fails where the service's authority is not trusted, and names the setting", async () => {
  const { failed, output } = await stack.preview(twoCaches);
  expect(failed).toBe(true);
  expect(output).toMatch(/the certificate is self-signed; set otc:caCertFile \/ OS_CACERT to a PEM file/);
  expect(dcs.journal).toEqual([]);
});

test("with the authority's file in the environment, or in the stack's config, all works", async () => {
  stack.setEnvironment({ OS_CACERT: authority });
  await succeeded(stack.up(twoCaches));
  expect(dcs.instances().map(({ status }) => status)).toEqual(["RUNNING", "RUNNING"]);
  stack.setEnvironment({ OS_CACERT: "" });
  await stack.setConfig({ "otc:caCertFile": { value: authority } });
  expect((await succeeded(stack.up(twoCaches))).changes).toEqual({ same: 3 });
});

test("insecure works without it, and is warned of once in a run", async () => {
  await stack.setConfig({ "otc:caCertFile": { value: "" }, "otc:insecure": { value: "true" } });
  const { output } = await succeeded(stack.up(twoCaches));
  const warnings = diagnostics(output).filter((line) => line.includes("warning:"));
  expect(warnings).toEqual([
    expect.stringMatching(/certificates are not verified.*otc:insecure \/ OS_INSECURE is true \(from otc:insecure in/),
  ]);
  await succeeded(stack.destroy());
  expect(dcs.instances()).toEqual([]);
});
