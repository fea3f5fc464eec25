import type { FaultHandle, FaultPlan, FaultTarget } from "./fault";
import { type FaultOf, type Layer, layerOf, usualTarget } from "./kinds";

/** What a plan is compared with. */
export interface Struck {
  readonly method: string;
  readonly path: string;
  readonly project: string | undefined;
}

interface Planned {
  readonly method: string | undefined;
  readonly path: RegExp | undefined;
  readonly plan: FaultPlan;
  passed: number;
  hits: number;
}

/** Without the state that `g` and `y` give to a RegExp. */
function pattern(path: FaultTarget["path"]): RegExp | undefined {
  if (path === undefined || typeof path === "string") return path === undefined ? undefined : new RegExp(path);
  return new RegExp(path.source, path.flags.replace(/[gy]/g, ""));
}

/** The faults that were planned, in the order of their planning. */
export class Faults {
  private planned: Planned[] = [];

  add(plan: FaultPlan): FaultHandle {
    const on = plan.on ?? usualTarget(plan.with);
    const entry: Planned = { method: on.method?.toUpperCase(), path: pattern(on.path), plan, passed: 0, hits: 0 };
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
      if (layerOf[entry.plan.with.kind] !== layer || !matches(entry, call)) continue;
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
    return this.planned.map(({ method, path, plan, hits }) => ({
      ...plan,
      on: { method, path: typeof plan.on?.path === "string" ? plan.on.path : path?.source },
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

function matches({ method, path, plan }: Planned, call: Struck): boolean {
  if ((method ?? call.method) !== call.method || (path !== undefined && !path.test(call.path))) return false;
  return plan.on?.project === undefined || plan.on.project === call.project;
}
