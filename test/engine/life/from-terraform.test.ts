import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import * as dcsPackage from "pulumi-otc-dcs";
import ts from "typescript";
import { type Emulator, startEmulator } from "../../../emulator";
import { compile } from "../../support/compile";
import { modifyingCalls } from "../support/calls";
import { PASSWORD, todays } from "../support/programs";
import { EngineStack, succeeded } from "../support/stack";
import { type Made, madeByTerraform } from "../support/terraform-state";

const clone = path.resolve(__dirname, "../../..");

const place = { engine: "Redis", vpc_id: todays.vpcId, subnet_id: todays.subnetId };
const policy = (backup_type: string) => ({
  save_days: 3,
  backup_type,
  periodical_backup_plan: { begin_at: "00:00-01:00", period_type: "weekly", backup_at: [1, 3, 5] },
});
const flatPolicy = (backup_type: string) => ({
  save_days: 3,
  backup_type,
  begin_at: "00:00-01:00",
  period_type: "weekly",
  backup_at: [1, 3, 5],
});
const group = (group_name: string, ...ip_list: string[]) => ({ group_name, ip_list });

const V1 = "opentelekomcloud_dcs_instance_v1";
const V2 = "opentelekomcloud_dcs_instance_v2";
const ZONE_IDS = ["ae04cf9d61544df3806a3feeb401b204", "d573142f24894ef3bd3664de068b44b0"];

const CACHES: readonly Made[] = [
  {
    address: `${V1}.carts`,
    order: {
      ...place,
      name: "carts",
      engine_version: "3.0",
      capacity: 2,
      password: PASSWORD,
      security_group_id: "1477393a-29c9-4de5-843f-18ef51257c7e",
      available_zones: ZONE_IDS,
      product_id: "OTC_DCS_MS",
      instance_backup_policy: policy("auto"),
      maintain_begin: "22:00:00",
      maintain_end: "02:00:00",
    },
    parameters: { timeout: "300" },
    configured: { available_zones: ZONE_IDS, backup_policy: [flatPolicy("auto")] },
  },
  {
    address: `${V1}.open[0]`,
    order: {
      ...place,
      name: "open-to-all",
      engine_version: "5.0",
      capacity: 0.125,
      no_password_access: "true",
      available_zones: ZONE_IDS.slice(0, 1),
      spec_code: "redis.single.xu1.tiny.128",
      tags: [{ key: "team", value: "shop" }],
    },
    whitelist: { enable: true, groups: [group("web", "10.1.0.0/16")] },
    parameters: { "maxmemory-policy": "allkeys-lru" },
    configured: { available_zones: ["eu-de-01"] },
  },
  {
    address: `${V2}.sessions`,
    order: {
      ...place,
      name: "sessions",
      description: 'Sessions of the "web" shop, on `eu-de` \\ Frankfurt',
      engine_version: "6.0",
      capacity: 2,
      port: 6390,
      password: PASSWORD,
      spec_code: "redis.ha.xu1.large.r2.2",
      az_codes: ["eu-de-01", "eu-de-02"],
      instance_backup_policy: policy("auto"),
      rename_commands: { keys: "list-keys" },
      tags: [
        { key: "team", value: "shop" },
        { key: "cost center", value: "a=b" },
      ],
    },
    whitelist: { enable: true, groups: [group("web", "10.1.0.0/16", "10.2.3.4"), group("jobs", "10.3.0.0/24")] },
    parameters: { timeout: "300", "maxmemory-policy": "allkeys-lru" },
    tls: true,
    configured: { rename_commands: { keys: "list-keys" } },
  },
  {
    address: `module.shop["eu"].${V2}.search`,
    order: {
      ...place,
      name: "search",
      engine_version: "6.0",
      capacity: 4,
      password: PASSWORD,
      spec_code: "redis.cluster.xu1.large.r2.4",
      az_codes: ["eu-de-02", "eu-de-03"],
    },
    whitelist: { enable: false, groups: [group("off", "10.4.0.1")] },
  },
  {
    address: `module.shop["eu"].${V2}.search["old"]`,
    order: {
      ...place,
      name: "search-old",
      engine_version: "7.0",
      capacity: 1,
      password: PASSWORD,
      spec_code: "redis.single.xu1.large.1",
      az_codes: ["eu-de-03"],
    },
  },
];

const PASSWORDS = ["cartsPassword", "sessionsPassword", "shopEuSearchPassword", "shopEuSearchOldPassword"];

const otcDcs = (...words: string[]) =>
  spawnSync(process.execPath, [path.join(clone, "dist/terraform/cli.js"), ...words]);

describe("the caches of a Terraform state", () => {
  const home = mkdtempSync(path.join(tmpdir(), "from-terraform-"));
  let dcs: Emulator;
  let stack: EngineStack;
  let text: string;

  beforeAll(async () => {
    dcs = await startEmulator({ redis: false, createMs: 50, taskMs: 20, recoverMs: 0 });
    const made = await Promise.all(CACHES.map((cache) => madeByTerraform(dcs, cache)));
    const root_module = { resources: made.slice(0, 3), child_modules: [{ resources: made.slice(3) }] };
    const state = path.join(home, "state.json");
    writeFileSync(
      state,
      JSON.stringify({ format_version: "1.0", terraform_version: "1.9.0", values: { root_module } }),
    );
    const out = path.join(home, "index.ts");
    expect(otcDcs("import-terraform", state, "--out", out)).toMatchObject({ status: 0 });
    text = readFileSync(out, "utf8");
    const config = PASSWORDS.map((name) => [`caches:${name}`, { value: PASSWORD, secret: true }]);
    stack = await EngineStack.create(dcs.env, Object.fromEntries(config));
  });
  afterAll(async () => {
    await stack?.close();
    await dcs?.close();
    rmSync(home, { recursive: true, force: true });
  });

  /** Runs the text as Node.js would run it once it is compiled. */
  const program = async () => {
    const modules: Record<string, unknown> = { "@pulumi/pulumi": pulumi, "pulumi-otc-dcs": dcsPackage };
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
    });
    const exported: Record<string, unknown> = {};
    new Function("require", "exports", outputText)((name: string) => modules[name], exported);
    return exported;
  };

  test("become a program that contains no password and asks for each", () => {
    expect(text).not.toContain(PASSWORD);
    expect(text).not.toContain(JSON.stringify(PASSWORD).slice(1, -1));
    expect([...text.matchAll(/requireSecret\("(\w+)"\)/g)].map(([, name]) => name)).toEqual(PASSWORDS);
  });

  test("become a program that the TypeScript compiler accepts", () => {
    expect(compile(text)).toEqual([]);
  });

  test("are not looked for in a wrong file, which ends the command with exit code 1", () => {
    const wrong = path.join(home, "terraform.tfstate");
    writeFileSync(wrong, JSON.stringify({ version: 4, serial: 1, lineage: "x", resources: [] }));
    const { status, stdout, stderr } = otcDcs("import-terraform", wrong);
    expect({ status, stdout: stdout.toString() }).toEqual({ status: 1, stdout: "" });
    expect(stderr.toString()).toMatch(/^otc-dcs: .* is a state file as Terraform stores it: .*\n$/);
  });

  test("are taken over without a call that changes anything", async () => {
    const calls = modifyingCalls(dcs);
    calls();
    const up = await succeeded(stack.up(program));
    expect(up).toMatchObject({ changes: { create: 6 } });
    const said = new Set(up.output.match(/cache "[\w-]+" takes over instance .* and changes nothing/g));
    expect(said.size).toBe(5);
    expect(calls()).toEqual([]);
    expect((await stack.caches()).map(({ id }) => id).sort()).toEqual(
      dcs
        .instances()
        .map(({ id }) => id)
        .sort(),
    );
  });

  test("show no change in the next preview, nor after a refresh", async () => {
    expect(await stack.preview(program)).toMatchObject({ failed: false, changes: { same: 6 } });
    expect(await stack.refresh()).toMatchObject({ failed: false, changes: { same: 6 } });
    expect(await stack.preview(program)).toMatchObject({ failed: false, changes: { same: 6 } });
  });
});
