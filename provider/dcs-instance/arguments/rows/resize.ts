import type { Change, Values } from "../../../resource/describe/argument";
import { hasUnknown, isUnknown } from "../../../resource/describe/unknown";
import { EDITION_3, editionOf, versionOf } from "../../values/editions";
import { EFFECTS } from "../../values/size/resize-effects";
import { type Hop, resizePath } from "../../values/size/resize-path";
import { type Shape, shapeOf, shardsOf, wantedShape } from "../../values/size/shape";
import { type Kind, transitionOf } from "../../values/size/transitions";
import { FIXED } from "../row/instance-argument";

/** What an argument says of an instance's shape. */
type Part = "capacity" | "replicas" | "mode" | "product";

/** Outputs that say how large an instance is, and how it is reached then. */
export const RESIZED = [
  "capacity",
  "cacheMode",
  "productId",
  "replicas",
  "resourceSpecCode",
  "internalVersion",
  "maxMemory",
  "ip",
  "endpoint",
  "domainName",
  "readonlyDomainName",
] as const;

const SIZE_KINDS: readonly Kind[] = ["larger", "smaller", "more shards", "fewer shards"];
const REPLICA_KINDS: readonly Kind[] = ["more replicas", "fewer replicas"];

const KINDS: Readonly<Record<Part, readonly Kind[]>> = {
  capacity: SIZE_KINDS,
  replicas: REPLICA_KINDS,
  mode: ["another mode"],
  product: ["another mode", ...REPLICA_KINDS],
};

const ARGUMENT: Readonly<Record<Part, string>> = {
  capacity: "capacity",
  replicas: "replicas",
  mode: "cacheMode",
  product: "productId",
};

// Version 1.0, which 3.0 goes on with, extends to whole GB, and only to more than before.
const grows = (before: unknown, after: unknown): boolean => Number(after) > Number(before) && Number.isInteger(after);

interface Shapes {
  readonly version: string;
  readonly now: Shape;
  readonly wanted?: Shape;
}

/** The shapes before and after; `undefined` if version 1.0 extends the instance, or if the service does not show its shape. */
function shapesOf(state: Values, declared: Values): Shapes | undefined {
  const version = versionOf(String(state.engineVersion));
  const now = editionOf(version) === EDITION_3 ? undefined : shapeOf(state);
  return now && { version, now, wanted: wantedShape(now, state, declared) };
}

const isUnknownYet = (part: Part, { now, version }: Shapes): boolean =>
  part !== "mode" &&
  part !== "product" &&
  KINDS[part].every((kind) => transitionOf(now.mode, now.mode, kind, version) || kind.endsWith("shards"));

/** True if this part of the change alone could be made in place, whatever prevents the rest. */
function isPossibleAlone(part: Part, { now, version }: Shapes, wanted: Shape): boolean {
  const leadsTo = (shape: Partial<Shape>): boolean => resizePath(now, { ...now, ...shape }, version) !== undefined;
  const size = leadsTo({ capacity: wanted.capacity });
  if (part === "capacity") return size;
  if (part === "replicas") return wanted.mode !== now.mode || leadsTo({ replicas: wanted.replicas });
  // If each part is possible but no order leads there, the mode is the reason.
  return !size && leadsTo({ mode: wanted.mode, replicas: wanted.replicas });
}

function isPossible(part: Part, state: Values, declared: Values): boolean {
  const { [ARGUMENT[part]]: before } = state;
  const { [ARGUMENT[part]]: after } = declared;
  const shapes = shapesOf(state, declared);
  if (!shapes) return part === "capacity" && grows(before, after);
  if (isUnknown(after)) return isUnknownYet(part, shapes);
  const { now, wanted, version } = shapes;
  if (!wanted) return false;
  return resizePath(now, wanted, version) !== undefined || isPossibleAlone(part, shapes, wanted);
}

/** A conversion by way of `proxy`, which keeps the data, if the service knows both halves of it. */
function detour(from: Shape, to: Shape, version: string): string {
  const isKnown =
    transitionOf(from.mode, "proxy", "another mode", version) &&
    transitionOf("proxy", to.mode, "another mode", version);
  return isKnown
    ? `, but by way of another mode: declare "proxy" first and "${to.mode}" in a later update, which keeps the data`
    : "";
}

function whyNot(part: Part, state: Values, declared: Values): string {
  const shapes = shapesOf(state, declared);
  if (!shapes) return part === "capacity" ? "can only grow in place, to whole GB" : FIXED;
  const { now, wanted, version } = shapes;
  if (!wanted || hasUnknown(declared[ARGUMENT[part]])) return FIXED;
  if (now.mode !== wanted.mode) {
    if (transitionOf(now.mode, wanted.mode, "another mode", version))
      return `cannot change in place like this: no size between ${now.capacity} and ${wanted.capacity} GB serves both modes`;
    if (part !== "capacity")
      return `cannot change from "${now.mode}" to "${wanted.mode}" in place on Redis ${version}${detour(now, wanted, version)}`;
  }
  return `of a cache in mode "${now.mode}" cannot change in place on Redis ${version}`;
}

const shardWords = ({ from, to }: Hop): string => `from ${shardsOf(from)} to ${shardsOf(to)} shards`;

const WORDS: Readonly<Record<Kind, (hop: Hop) => string>> = {
  larger: () => "grows in place",
  smaller: () => "shrinks in place",
  "more shards": (hop) => `grows in place, ${shardWords(hop)}`,
  "fewer shards": (hop) => `shrinks in place, ${shardWords(hop)}`,
  "more replicas": () => "goes up in place",
  "fewer replicas": ({ from }) => `goes down in place${from.mode === "cluster" ? "" : ", one node at a time"}`,
  "another mode": () => "changes in place, by a conversion",
};

function effectOf(part: Part, state: Values, declared: Values): string | undefined {
  const shapes = shapesOf(state, declared);
  const path = shapes?.wanted && resizePath(shapes.now, shapes.wanted, shapes.version);
  const hops = (path ?? []).filter(({ transition }) => KINDS[part].includes(transition.kind));
  if (!shapes || hops.length === 0) return undefined;
  const words = hops.map((hop) => WORDS[hop.transition.kind](hop));
  const effects = hops.flatMap(({ transition }) => transition.effects.map((effect) => EFFECTS[effect]));
  const isUnsure = hops.some(({ transition }) => transition.possible[shapes.version] === "unsure");
  const open = isUnsure
    ? [
        `the service's documents leave open whether Redis ${shapes.version} can do it; if it refuses, the update fails and nothing is lost`,
      ]
    : [];
  return `${[...new Set(words)].join(" and ")}: ${[...new Set([...effects, ...open])].join("; ")}`;
}

/** Why shards cannot be removed as declared: which ones to keep must be said. */
function obstacleOf(state: Values, declared: Values): string | undefined {
  const shapes = shapesOf(state, declared);
  const path = shapes?.wanted && resizePath(shapes.now, shapes.wanted, shapes.version);
  const hop = path?.find(({ from, transition }) => from.mode === "cluster" && transition.kind === "fewer shards");
  if (!hop || hasUnknown(declared.reservedIps)) return undefined;
  const listed = new Set((declared.reservedIps ?? []) as readonly string[]).size;
  const kept = shardsOf(hop.to);
  if (listed >= kept && listed <= kept * hop.from.replicas) return undefined;
  const found = listed === 0 ? "none is listed" : `${listed} ${listed === 1 ? "is" : "are"} listed`;
  return `reservedIps: a capacity of ${hop.to.capacity} GB takes the cluster ${shardWords(hop)}, and the service removes shards at random unless it is told which to keep. List an address of each of the ${kept} shards to keep (DCS console, Shards and Replicas); ${found}. To keep all shards, declare capacity: ${hop.from.capacity}`;
}

/** Changed by POST /instances/{id}/resize, on 3.0 by extend. */
export const resized = (part: Part): Change => ({
  how: "resize",
  possible: (_before, _after, state, declared) => isPossible(part, state, declared),
  because: (state, declared) => whyNot(part, state, declared),
  effect: (state, declared) => effectOf(part, state, declared),
  obstacle: (state, declared) => (part === "capacity" ? obstacleOf(state, declared) : undefined),
});
