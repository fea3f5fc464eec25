import type { RunClient } from "../../../process/configuration";
import type { Failure } from "../../../resource/describe/failure";
import { hasUnknown } from "../../../resource/describe/unknown";
import { FOR_THE_RUN, quota } from "../../api/region/catalogue";
import type { QuotaResource } from "../../api/region/region";
import type { InstanceInputs } from "../../values/types";

/** The new caches of a run in one project, by name. */
class NewCaches {
  readonly #memory = new Map<string, number>();

  add({ name, capacity }: Partial<InstanceInputs>): void {
    const key = name === undefined || hasUnknown(name) ? `unknown ${this.#memory.size}` : name;
    this.#memory.set(key, typeof capacity === "number" ? capacity : 0);
  }

  get count(): number {
    return this.#memory.size;
  }

  get memory(): number {
    return [...this.#memory.values()].reduce((sum, each) => sum + each, 0);
  }
}

interface Limit {
  readonly most: number;
  readonly used: number;
  readonly left: number;
}

/** GB in a unit of memory; the unit may be left out. */
const GB: Readonly<Record<string, number>> = { "": 1, GB: 1, MB: 1 / 1024, TB: 1024 };

// Editions write the types in different ways. What is no number, and what is none or below, is no limit to judge by.
function limitOf(all: readonly QuotaResource[], type: RegExp): Limit | undefined {
  const found = all.find((each) => type.test(String(each.type)));
  const factor = type === MEMORY ? GB[String(found?.unit ?? "").toUpperCase()] : 1;
  if (!found || factor === undefined || found.quota == null || found.used == null) return undefined;
  const [most, used] = [Number(found.quota) * factor, Number(found.used) * factor];
  return most > 0 && used >= 0 ? { most, used, left: Math.max(0, most - used) } : undefined;
}

const INSTANCES = /^instances?$/i;
const MEMORY = /^(ram|memory)$/i;

const shown = (amount: number): string => Number(amount.toFixed(3)).toLocaleString("en-US");

const REMEDY =
  "delete caches in a run before this one, because Pulumi creates before it deletes, or have the quota raised";

/** Adds a new cache to those of the run, and says whether the project still has room for all of them. */
export async function quotaFailures(dcs: RunClient, inputs: Partial<InstanceInputs>): Promise<Failure[]> {
  const planned = dcs.run.shared(dcs, NewCaches, () => new NewCaches());
  planned.add(inputs);
  const { count, memory } = planned;
  const all = await quota(dcs, FOR_THE_RUN);
  const instances = limitOf(all, INSTANCES);
  const ram = limitOf(all, MEMORY);
  const failures: Failure[] = [];
  if (instances && count > instances.left) {
    const { most, used, left } = instances;
    const reason = `the project may hold ${shown(most)} caches and holds ${shown(used)}: this run may add ${shown(left)}, and this is new cache ${count}. To make room, ${REMEDY}`;
    failures.push({ property: "projectId", reason });
  }
  if (ram && memory > ram.left) {
    const { most, used, left } = ram;
    const fits = Math.max(0, left - memory + Number(inputs.capacity));
    const reason = `the project may hold ${shown(most)} GB and holds ${shown(used)} GB: the new caches of this run need ${shown(memory)} GB, ${fits > 0 ? `and ${shown(fits)} GB are left for this one` : "and nothing is left for this one"}. To make room, ${REMEDY}`;
    failures.push({ property: "capacity", reason });
  }
  return failures;
}
