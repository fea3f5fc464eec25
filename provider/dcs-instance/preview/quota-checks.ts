import type { RunClient } from "../../process/configuration";
import type { Failure } from "../../resource/describe/failure";
import type { QuotaResource } from "../api/region/region";
import { seenOf } from "./offered";

/** The new caches of a run by name, with their sizes in GB. */
class NewCaches {
  readonly sizes = new Map<string, number>();
}

// Editions write the types in different ways.
const KINDS = { instances: /^instances?$/i, memory: /^ram$/i };

/** A limit that is exceeded; `undefined` if it is not, or if the service names none. */
function exceeded(
  all: readonly QuotaResource[],
  kind: RegExp,
  added: number,
): { most: number; used: number } | undefined {
  const found = all.find(({ type }) => kind.test(type));
  const [most, used] = [Number(found?.quota), Number(found?.used)];
  // A negative limit is none.
  return most >= 0 && used + added > most ? { most, used } : undefined;
}

/** Whether the project may hold a new cache beside those that the run creates as well. */
export async function quotaFailures(dcs: RunClient, name: string, capacity: number): Promise<Failure[]> {
  const { sizes } = dcs.run.shared(dcs, NewCaches, () => new NewCaches());
  sizes.set(name, capacity);
  const all = await seenOf(dcs).quota();
  const gb = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const failures: Failure[] = [];
  const instances = exceeded(all, KINDS.instances, sizes.size);
  if (instances) {
    failures.push({
      property: "",
      reason: `the project may hold ${instances.most} caches and holds ${instances.used}, and this is new cache number ${sizes.size} of the program: delete one that is not needed, or ask for a higher quota (console, My Quotas)`,
    });
  }
  const memory = exceeded(all, KINDS.memory, gb);
  if (memory) {
    failures.push({
      property: "capacity",
      reason: `the caches of the project may have ${memory.most} GB together and have ${memory.used} GB, and the program adds ${gb} GB up to this one: declare a smaller capacity, delete a cache that is not needed, or ask for a higher quota (console, My Quotas)`,
    });
  }
  return failures;
}
