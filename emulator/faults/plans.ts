import type { FaultHandle, FaultPlan, FaultTarget } from "./fault";
import { type FaultOf, type Layer, layerOf, usualTarget } from "./kinds";

/** What a plan is compared with. */
export interface Struck {
  readonly method: string;
  readonly path: string;
  readonly project: string | undefined;
}

/** A planned fault, as JSON can say it. */
export interface ListedFault extends Omit<FaultPlan, "on" | "times"> {
  /** Its number, by which it can be taken back. */
  readonly id: number;
  readonly on: Omit<FaultTarget, "path"> & { readonly path?: string };
  readonly times: number | "Infinity";
  /** How many calls it has struck. */
  readonly hits: number;
}

interface Planned {
  readonly id: number;
  readonly strikes: (call: Struck) => boolean;
  readonly plan: FaultPlan;
  passed: number;
  hits: number;
}

/** Without the state that `g` and `y` give to a RegExp. */
function pattern(path: RegExp | string): RegExp {
  return typeof path === "string" ? new RegExp(path) : new RegExp(path.source, path.flags.replace(/[gy]/g, ""));
}

/** @throws when the path is no regular expression. */
function matcher({ method, path, project }: FaultTarget): (call: Struck) => boolean {
  const wanted = method?.toUpperCase();
  const regular = path === undefined ? undefined : pattern(path);
  return (call) =>
    (wanted === undefined || wanted === call.method) &&
    (regular === undefined || regular.test(call.path)) &&
    (project === undefined || project === call.project);
}

/** The faults that were planned, in the order of their planning. */
export class Faults {
  private planned: Planned[] = [];
  private counted = 0;

  add(plan: FaultPlan): FaultHandle {
    const always = matcher(usualTarget(plan.with));
    const wanted = matcher(plan.on ?? {});
    const id = this.counted + 1;
    const entry: Planned = { id, strikes: (call) => always(call) && wanted(call), plan, passed: 0, hits: 0 };
    this.counted = id;
    this.planned.push(entry);
    return {
      get hits() {
        return entry.hits;
      },
      clear: () => {
        this.remove(id);
      },
    };
  }

  /** The fault of a layer that strikes this call; counts the call for the plans it matches. */
  take<L extends Layer>(layer: L, call: Struck): FaultOf<L> | undefined {
    for (const entry of this.planned) {
      if (layerOf[entry.plan.with.kind] !== layer || !entry.strikes(call)) continue;
      if (entry.hits >= (entry.plan.times ?? 1)) continue;
      if (entry.passed < (entry.plan.after ?? 0)) {
        entry.passed += 1;
        continue;
      }
      entry.hits += 1;
      return entry.plan.with as FaultOf<L>;
    }
    return undefined;
  }

  /** What is planned, and how often each has struck. */
  list(): ListedFault[] {
    return this.planned.map(({ id, plan, hits }) => ({
      id,
      ...plan,
      on: { ...plan.on, path: plan.on?.path instanceof RegExp ? plan.on.path.source : plan.on?.path },
      times: plan.times === Number.POSITIVE_INFINITY ? "Infinity" : (plan.times ?? 1),
      hits,
    }));
  }

  /** Whether a plan needs to know which project a call is for. */
  get askForProject(): boolean {
    return this.planned.some(({ plan }) => plan.on?.project !== undefined);
  }

  /** Takes one back; false when there is none of this number. */
  remove(id: number): boolean {
    const before = this.planned.length;
    this.planned = this.planned.filter((entry) => entry.id !== id);
    return this.planned.length < before;
  }

  clear(): void {
    this.planned = [];
  }
}
