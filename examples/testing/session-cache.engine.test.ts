import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { secret } from "@pulumi/pulumi";
import { LocalWorkspace, type Stack } from "@pulumi/pulumi/automation";
import { type LocalDcs, startEmulator } from "pulumi-otc-dcs/testing";
import { SessionCache } from "./session-cache";

let dcs: LocalDcs;
let stack: Stack;
let folder: string;

const program = async () => {
  const { endpoint } = new SessionCache("shop", {
    vpcId: "5a0e1d3c-7b52-4c1e-9d0f-3f6b8a2c4e10",
    subnetId: "c81f2b94-0d6a-4f37-8e25-71a9d4b3c5f6",
    clients: ["10.1.0.0/16"],
    password: secret("only-for-Tests-1"),
  });
  return { endpoint };
};

beforeAll(async () => {
  dcs = await startEmulator();
  folder = await mkdtemp(path.join(tmpdir(), "shop-"));
  stack = await LocalWorkspace.createStack(
    { stackName: "test", projectName: "shop", program },
    {
      workDir: folder,
      // The provider runs in a process of its own, which starts here and must find the packages.
      projectSettings: { name: "shop", runtime: "nodejs", main: __dirname },
      envVars: {
        ...dcs.env,
        PULUMI_BACKEND_URL: `file://${folder}`,
        PULUMI_CONFIG_PASSPHRASE: "only for tests",
      },
    },
  );
}, 60_000);

afterAll(async () => {
  await dcs?.stop();
  await rm(folder, { recursive: true, force: true });
});

test("a failed creation tells the reason of the service, and leaves no cache behind", async () => {
  dcs.fault({ with: { kind: "fails", operation: "create", errorCode: "dcs.02.0005" } });
  await expect(stack.up()).rejects.toThrow("dcs.02.0005");
  expect(dcs.instances()).toEqual([]);
}, 60_000);

test("up makes one cache that serves its clients only, and says where it is", async () => {
  const { outputs } = await stack.up();
  expect(dcs.instances()).toMatchObject([
    {
      name: "shop-sessions-test",
      status: "RUNNING",
      whitelist: { enable_whitelist: true, whitelist: [{ group_name: "clients", ip_list: ["10.1.0.0/16"] }] },
    },
  ]);
  expect(outputs.endpoint?.value).toMatch(/^[\d.]+:\d+$/);
}, 60_000);

test("destroy leaves nothing to pay for", async () => {
  await stack.destroy();
  expect(dcs.instances()).toEqual([]);
}, 60_000);
