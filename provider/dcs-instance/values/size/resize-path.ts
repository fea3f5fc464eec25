import { REPLICAS, type Shape, SIZES, shardsOf } from "./shape";
import { type Kind, type Transition, transitionOf } from "./transitions";

/** One resize: what it starts from and what it leads to. */
export interface Hop {
  readonly transition: Transition;
  readonly from: Shape;
  readonly to: Shape;
}

/**
 * The order of the changes of one update. A cache first gets more nodes and more memory, so that the changes that cut
 * connections or take memory away find as much redundancy and room as there will be.
 */
const ORDER: readonly Kind[] = [
  "more replicas",
  "larger",
  "more shards",
  "another mode",
  "smaller",
  "fewer shards",
  "fewer replicas",
];

function sizeKind(from: Shape, to: Shape): Kind {
  const [before, after] = [shardsOf(from), shardsOf(to)];
  if (before !== after) return after > before ? "more shards" : "fewer shards";
  return to.capacity > from.capacity ? "larger" : "smaller";
}

// The service removes one replica of a pair at a time; of a cluster it removes one or more of each shard.
const fewerReplicas = (from: Shape, wanted: Shape): number =>
  from.mode === "cluster" ? wanted.replicas : from.replicas - 1;

function candidates(from: Shape, wanted: Shape): Array<{ readonly kind: Kind; readonly to: Shape }> {
  const found: Array<{ kind: Kind; to: Shape }> = [];
  if (from.mode !== wanted.mode) {
    found.push({ kind: "another mode", to: { ...from, mode: wanted.mode, replicas: REPLICAS[wanted.mode].usual } });
  } else if (from.replicas < wanted.replicas) {
    found.push({ kind: "more replicas", to: { ...from, replicas: wanted.replicas } });
  } else if (from.replicas > wanted.replicas) {
    found.push({ kind: "fewer replicas", to: { ...from, replicas: fewerReplicas(from, wanted) } });
  }
  if (from.capacity !== wanted.capacity) {
    const to = { ...from, capacity: wanted.capacity };
    found.push({ kind: sizeKind(from, to), to });
  }
  return found
    .filter(({ to }) => SIZES[to.mode].includes(to.capacity))
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

const isSame = (a: Shape, b: Shape): boolean =>
  a.mode === b.mode && a.replicas === b.replicas && a.capacity === b.capacity;

/**
 * The resizes that lead from one shape to another, in a safe order; `undefined` if the service cannot do it in place. Each
 * step depends on the present shape only, so an interrupted update finds the rest of the same way.
 */
export function resizePath(from: Shape, wanted: Shape, version: string): readonly Hop[] | undefined {
  if (isSame(from, wanted)) return [];
  for (const { kind, to } of candidates(from, wanted)) {
    const transition = transitionOf(from.mode, to.mode, kind, version);
    const rest = transition && resizePath(to, wanted, version);
    if (transition && rest) return [{ transition, from, to }, ...rest];
  }
  return undefined;
}
