import path from "node:path";
import { EngineStack, succeeded } from "../../../test/engine/support/stack";
import { PLUGIN } from "../../../test/plugin/support/yaml-stack";
import { bytesPerResource } from "../../measure/export";
import type { Operation } from "../../operations";
import { type Contender, program } from "../../programs/contenders";
import { report } from "./apart";

/** What a stack goes through. */
export interface LifeOrder {
  readonly contender: Contender;
  readonly caches: number;
  readonly operations: readonly Operation[];
  /** Variables that lead the provider to the local DCS. */
  readonly env: Readonly<Record<string, string>>;
}

/** One operation, from and to in milliseconds since the epoch. */
export interface Ran {
  readonly operation: Operation;
  readonly from: number;
  readonly to: number;
  /** Of `pulumi stack export` per cache; after `up` only. */
  readonly bytes?: number;
}

async function live({ contender, caches, operations, env }: LifeOrder): Promise<void> {
  const declared = program(contender, caches);
  const onPath = `${PLUGIN}${path.delimiter}${process.env.PATH}`;
  const stack = await EngineStack.create({ ...env, PULUMI_PARALLEL: "100", PATH: onPath });
  const run = {
    preview: () => stack.preview(declared),
    up: () => stack.up(declared),
    "no-op-preview": () => stack.preview(declared),
    "no-op-up": () => stack.up(declared),
    refresh: () => stack.refresh(),
    destroy: () => stack.destroy(),
  } satisfies Record<Operation, () => unknown>;
  try {
    for (const operation of operations) {
      const from = Date.now();
      const { changes } = await succeeded(run[operation]());
      const to = Date.now();
      const unexpected = operation.startsWith("no-op") && Object.keys(changes).some((change) => change !== "same");
      if (unexpected) throw new Error(`${operation} of ${contender} changed something: ${JSON.stringify(changes)}`);
      const ran: Ran = { operation, from, to };
      report(operation === "up" ? { ...ran, bytes: bytesPerResource(await stack.export()) } : ran);
    }
  } finally {
    await stack.close();
  }
}

void live(JSON.parse(process.argv[2] ?? "{}"));
