// Runs commands of the Automation API on a program with one cache: reads and writes JSON, one line each.
import { createInterface } from "node:readline";
import { secret } from "@pulumi/pulumi";
import { LocalWorkspace, type Stack } from "@pulumi/pulumi/automation";
import * as otc from "pulumi-otc";

interface Declared {
  description?: string;
  vpcId?: string;
  importId?: string;
  createLimit?: string;
  retain?: boolean;
}

let declared: Declared = {};

async function program() {
  const cache = new otc.dcs.Instance(
    "sessions",
    {
      description: declared.description,
      engineVersion: "6.0",
      cacheMode: "ha",
      capacity: 2,
      availableZones: ["eu-de-01", "eu-de-02"],
      vpcId: declared.vpcId ?? "5a0e1d3c-7b52-4c1e-9d0f-3f6b8a2c4e10",
      subnetId: "c81f2b94-0d6a-4f37-8e25-71a9d4b3c5f6",
      password: secret("Local1-Kettle"),
      whitelist: [{ groupName: "web", ipList: ["192.168.0.0/16"] }],
      parameters: { "maxmemory-policy": "allkeys-lru", timeout: 300 },
    },
    {
      import: declared.importId,
      retainOnDelete: declared.retain,
      customTimeouts: declared.createLimit === undefined ? undefined : { create: declared.createLimit },
    },
  );
  const found = otc.dcs.getFlavorsOutput({ cacheMode: "ha", engineVersion: "6.0" });
  return {
    id: cache.id,
    endpoint: cache.endpoint,
    url: cache.connectionString,
    flavors: found.flavors.apply((flavors) => flavors.length),
  };
}

async function run(stack: Stack, command: "preview" | "up" | "refresh" | "destroy") {
  try {
    const result = await stack[command]();
    return {
      failed: false,
      output: result.stdout + result.stderr,
      changes: "changeSummary" in result ? result.changeSummary : result.summary.resourceChanges,
      outputs: command === "preview" ? {} : await stack.outputs(),
    };
  } catch (error) {
    return { failed: true, output: String(error), changes: {}, outputs: {} };
  }
}

async function main() {
  const stack = await LocalWorkspace.createStack({ stackName: "life", projectName: "caches", program });
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    declared = request.declared;
    process.stdout.write(`${JSON.stringify(await run(stack, request.command))}\n`);
  }
}

void main();
