import { spawn } from "node:child_process";
import path from "node:path";
import { type Emulator, startEmulator } from "../../../emulator";

const command = path.resolve(__dirname, "../../../tools/release/acceptance.mjs");
const network = {
  OS_VPC_ID: "5a0e1d3c-7b52-4c1e-9d0f-3f6b8a2c4e10",
  OS_NETWORK_ID: "c81f2b94-0d6a-4f37-8e25-71a9d4b3c5f6",
};

function typed(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [command, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data: Buffer) => (said += data.toString()));
  return new Promise((done) => child.on("close", (code) => done({ code, said })));
}

describe("npm run acceptance through a pipe", () => {
  let dcs: Emulator;
  beforeAll(async () => {
    dcs = await startEmulator({ redis: false, deleteMs: 100 });
  });
  afterAll(() => dcs.close());

  const modifying = () => dcs.journal.filter(({ method, path }) => method !== "GET" && !path.startsWith("/v3/"));

  test("shows the plan and orders nothing without --yes", async () => {
    const { code, said } = await typed([], { ...dcs.env, ...network, OS_SECURITY_GROUP_ID: "any" });
    expect(said).toContain("This creates 4 caches with together 2.375 GB in eu-de, project eu-de_local");
    expect(said).toContain("Redis 3.0, single, 2 GB");
    expect(said).toMatch(/Nothing was done: .*Add --yes/);
    expect(code).toBe(1);
    expect(modifying()).toEqual([]);
  });
});
