import type { FaultHandle, FaultPlan, FaultTarget } from "./fault";
import { type FaultOf, type Layer, layerOf, usualTarget } from "./kinds";

/** What a plan is compared with. */
export interface Struck {
  readonly method: string;
  readonly path: string;
  readonly project: string | undefined;
}

interface Planned {
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

  add(plan: FaultPlan): FaultHandle {
    const always = matcher(usualTarget(plan.with));
    const wanted = matcher(plan.on ?? {});
    const entry: Planned = { strikes: (call) => always(call) && wanted(call), plan, passed: 0, hits: 0 };
    this.planned.push(entry);
    const drop = () => {
      this.planned = this.planned.filter((other) => other !== entry);
    };
    return {
      get hits() {
        return entry.hits;
      },
      clear: drop,
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

  /** What is planned, as JSON can say it, and how often each has struck. */
  list(): object[] {
    return this.planned.map(({ plan, hits }) => ({
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

  clear(): void {
    this.planned = [];
  }
}
