import type { RunClient } from "../../../process/configuration";
import type { Failure } from "../../../resource/describe/failure";
import { hasUnknown } from "../../../resource/describe/unknown";
import { FOR_THE_RUN, quota } from "../../api/region/catalogue";
import type { QuotaResource } from "../../api/region/region";
import type { InstanceInputs } from "../../values/types";

/** What a run orders in one project: new caches, and memory by which others grow. In GB, by name. */
class Ordered {
  readonly #new = new Map<string, number>();
  readonly #grown = new Map<string, number>();

  add({ name, capacity }: Partial<InstanceInputs>): Sum {
    const key = name === undefined || hasUnknown(name) ? `unknown ${this.#new.size}` : name;
    this.#new.set(key, typeof capacity === "number" ? capacity : 0);
    return this.#sum();
  }

  grow({ name }: Partial<InstanceInputs>, by: number): Sum {
    this.#grown.set(String(name), by);
    return this.#sum();
  }

  #sum(): Sum {
    const memory = [...this.#new.values(), ...this.#grown.values()].reduce((sum, each) => sum + each, 0);
    return { caches: this.#new.size, memory, subject: this.#subject() };
  }

  #subject(): string {
    if (this.#grown.size === 0) return "the new caches of this run need";
    return this.#new.size === 0 ? "the growing caches of this run need" : "the new and growing caches of this run need";
  }
}

/** What the run has ordered so far. The caches of a run are judged side by side, and each by what came before it. */
interface Sum {
  readonly caches: number;
  readonly memory: number;
  /** Who needs the memory, as the subject of a sentence. */
  readonly subject: string;
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

const ROOM = "have the quota raised";

const REMEDY = `delete caches in a run before this one, because Pulumi creates before it deletes, or ${ROOM}`;

const orderedIn = (dcs: RunClient): Ordered => dcs.run.shared(dcs, Ordered, () => new Ordered());

function memoryFailures(all: readonly QuotaResource[], { memory, subject }: Sum, needed: number, remedy: string) {
  const ram = limitOf(all, MEMORY);
  if (!ram || memory <= ram.left) return [];
  const { most, used, left } = ram;
  const fits = Math.max(0, left - memory + needed);
  const reason = `the project may hold ${shown(most)} GB and holds ${shown(used)} GB: ${subject} ${shown(memory)} GB, ${fits > 0 ? `and ${shown(fits)} GB are left for this one` : "and nothing is left for this one"}. To make room, ${remedy}`;
  return [{ property: "capacity", reason }];
}

/** Adds a new cache to those of the run, and says whether the project still has room for all of them. */
export async function quotaFailures(dcs: RunClient, inputs: Partial<InstanceInputs>): Promise<Failure[]> {
  const sum = orderedIn(dcs).add(inputs);
  const all = await quota(dcs, FOR_THE_RUN);
  const instances = limitOf(all, INSTANCES);
  const failures: Failure[] = [];
  if (instances && sum.caches > instances.left) {
    const { most, used, left } = instances;
    const reason = `the project may hold ${shown(most)} caches and holds ${shown(used)}: this run may add ${shown(left)}, and this is new cache ${sum.caches}. To make room, ${REMEDY}`;
    failures.push({ property: "projectId", reason });
  }
  return [...failures, ...memoryFailures(all, sum, Number(inputs.capacity), REMEDY)];
}

/** The same for a cache that grows in place by so many GB. */
export async function growthFailures(dcs: RunClient, inputs: Partial<InstanceInputs>, by: number): Promise<Failure[]> {
  const sum = orderedIn(dcs).grow(inputs, by);
  return memoryFailures(await quota(dcs, FOR_THE_RUN), sum, by, `delete caches in a run before this one, or ${ROOM}`);
}
