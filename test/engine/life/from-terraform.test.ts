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
import { PASSWORD } from "../support/programs";
import { EngineStack, succeeded } from "../support/stack";
import { CACHES } from "../support/terraform-caches";
import { madeByTerraform } from "../support/terraform-state";

const clone = path.resolve(__dirname, "../../..");

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
