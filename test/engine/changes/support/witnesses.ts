import type { Emulator } from "../../../../emulator";
import { type ModifyingCall, modifyingCalls } from "../../support/calls";
import { type CacheState, type EngineStack, type PreviewDigest, resourceName } from "../../support/stack";

/** What is known of each resource, by its name in the program. */
export type ByResource<T> = ReadonlyMap<string, T>;

function grouped<T, V>(items: readonly T[], keyOf: (item: T) => string | undefined, toValue: (item: T) => V) {
  const groups = new Map<string, V[]>();
  for (const item of items) {
    const key = keyOf(item) ?? "";
    groups.set(key, [...(groups.get(key) ?? []), toValue(item)]);
  }
  return groups;
}

export interface Announced {
  readonly verdict: string;
  readonly forcing: readonly string[];
  readonly lines: readonly string[];
}

const OPERATIONS: Readonly<Record<string, string>> = { "delete-replaced": "replace", "create-replacement": "replace" };

/** What preview announces for each resource: the operation, what forces a replacement, and the lines that say so. */
export function announced({ steps, diagnostics = [] }: PreviewDigest, states: ByResource<CacheState>) {
  const lines = diagnostics.flatMap(({ message }) => message.trim().split("\n"));
  const byResource = grouped(steps, resourceName, (step) => step);
  return new Map<string, Announced>(
    [...byResource].map(([name, all]) => {
      const own = `cache "${states.get(name)?.outputs.name}": `;
      return [
        name,
        {
          verdict: OPERATIONS[all[0]?.op ?? ""] ?? all[0]?.op ?? "",
          forcing: [...new Set(all.flatMap(({ replaceReasons }) => replaceReasons ?? []))].sort(),
          lines: lines.filter((line) => line.startsWith(own)),
        },
      ];
    }),
  );
}

/** Follows a stack: what it holds, and which modifying calls were made for each of its resources. */
export class Follower {
  private readonly fresh: () => ModifyingCall[];
  private readonly resources = new Map<string, string>();

  constructor(
    private readonly stack: EngineStack,
    dcs: Emulator,
  ) {
    this.fresh = modifyingCalls(dcs);
  }

  async states(): Promise<ByResource<CacheState>> {
    const caches = await this.stack.caches();
    for (const cache of caches) {
      // A call is told by the id it goes to, a create by the name it asks for; both outlive their instance.
      this.resources.set(cache.id, resourceName(cache));
      this.resources.set(String(cache.inputs.name), resourceName(cache));
    }
    return new Map(caches.map((cache) => [resourceName(cache), cache]));
  }

  /** The calls since the last reading, and the state they led to. */
  async read(): Promise<{ calls: ByResource<ModifyingCall[]>; states: ByResource<CacheState> }> {
    const states = await this.states();
    const calls = grouped(
      this.fresh(),
      ({ instance }) => this.resources.get(instance),
      (call) => call,
    );
    return { calls, states };
  }
}
