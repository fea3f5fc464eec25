import { type CacheMode, type Product, productBySpec } from "../../../catalogue/products";
import { type ErrorNumber, ServiceError } from "../../../service/errors";
import { isUnset, type JsonObject } from "../../../service/values";
import { layoutOf } from "../../../world/instances/layout";
import { nodesOf } from "../../../world/instances/nodes";
import type { InstanceRecord, Layout } from "../../../world/records/instance-record";

export interface Resize {
  readonly capacity: number;
  readonly product: Product;
  readonly layout: Layout;
}

type Target = Pick<Resize, "capacity" | "product">;

type Change = "capacity" | "more replicas" | "fewer replicas" | "type";

const beforeSeven = ["4.0", "5.0", "6.0"];
const sinceFour = [...beforeSeven, "7.0"];
const early = ["4.0", "5.0"];

/** The versions in which an instance of a mode can get another size, or more or fewer replicas. */
const versions: Readonly<Record<"capacity" | "replicas", Readonly<Record<CacheMode, readonly string[]>>>> = {
  capacity: {
    single: ["3.0", ...sinceFour],
    ha: ["3.0", ...sinceFour],
    cluster: ["3.0", ...sinceFour],
    proxy: beforeSeven,
    ha_rw_split: early,
  },
  replicas: { single: [], ha: sinceFour, cluster: sinceFour, proxy: [], ha_rw_split: early },
};

/** The versions in which one mode can become another. */
const conversions: Readonly<Record<string, readonly string[]>> = {
  "single ha": ["3.0"],
  "ha proxy": beforeSeven,
  "proxy ha": beforeSeven,
  "ha_rw_split proxy": beforeSeven,
  "proxy ha_rw_split": beforeSeven,
};

/** The `change_type` that has to come with each change; a plain change of size needs none. */
const changeTypes: Readonly<Record<Change, readonly unknown[]>> = {
  capacity: [undefined, null, "", "addSharding"],
  "more replicas": ["createReplication"],
  "fewer replicas": ["deleteReplication"],
  type: ["instanceType"],
};

function changeOf({ product, capacity }: InstanceRecord, target: Target): Change {
  if (product.cacheMode !== target.product.cacheMode) return "type";
  if (product.line === target.product.line) return "capacity";
  // Replicas and size change one after the other.
  if (capacity !== target.capacity) throw new ServiceError(4102);
  return product.replicas < target.product.replicas ? "more replicas" : "fewer replicas";
}

function requireTransition(instance: InstanceRecord, target: Target, change: Change): void {
  const { engineVersion, product } = instance;
  const mode = product.cacheMode;
  if (change === "type") {
    const allowed = conversions[`${mode} ${target.product.cacheMode}`] ?? [];
    if (!allowed.includes(engineVersion)) throw new ServiceError(4200);
    return;
  }
  const allowed = versions[change === "capacity" ? "capacity" : "replicas"][mode];
  if (!allowed.includes(engineVersion)) throw new ServiceError(4102);
}

function texts(body: JsonObject, field: string, code: ErrorNumber): readonly string[] {
  const value = body[field];
  if (isUnset(value)) return [];
  if (!Array.isArray(value) || !value.every((entry) => typeof entry === "string")) throw new ServiceError(code);
  return value;
}

/** A pair names the one replica it gives up; a cluster names zones, and the service picks. The place that goes. */
function removedPlace(body: JsonObject, instance: InstanceRecord, target: Target, change: Change): number | undefined {
  const cluster = instance.product.cacheMode === "cluster";
  const zones = texts(body, "available_zones", 4933);
  const given = texts(body, "node_list", 4930);
  if (zones.length === 0 && (change === "more replicas" || (cluster && change === "fewer replicas"))) {
    throw new ServiceError(4933);
  }
  if (change !== "fewer replicas" || cluster) return undefined;
  const [id] = given;
  if (given.length !== 1 || target.product.replicas !== instance.product.replicas - 1) throw new ServiceError(4930);
  const node = nodesOf(instance).find((each) => each.nodeId === id);
  if (node === undefined) throw new ServiceError(4931);
  if (node.role === "master") throw new ServiceError(4936);
  return node.place;
}

/** The shards of the addresses to keep come first, because the last ones go. */
function keptFirst(body: JsonObject, instance: InstanceRecord): readonly number[] {
  const reserved = texts(body, "reserved_ip", 4063);
  const nodes = nodesOf(instance);
  if (!reserved.every((ip) => nodes.some((node) => node.ip === ip))) throw new ServiceError(4063, "reserved_ip");
  const shards = [...new Set(nodes.map(({ shard }) => shard))];
  const isKept = (shard: number) => nodes.some((node) => node.shard === shard && reserved.includes(node.ip));
  return [...shards.filter(isKept), ...shards.filter((shard) => !isKept(shard))];
}

/** Checks a change of size, replicas or type. */
export function checkResize(body: JsonObject, instance: InstanceRecord): Resize {
  const { new_capacity: capacity, spec_code: spec, change_type: changeType, execute_immediately: now } = body;
  const product = typeof spec === "string" ? productBySpec.get(spec) : undefined;
  if (product === undefined) throw new ServiceError(4927);
  if (typeof capacity !== "number" || !product.capacities.includes(capacity)) throw new ServiceError(4012);
  const target = { capacity, product };
  if (product === instance.product && capacity === instance.capacity) throw new ServiceError(4103);
  const change = changeOf(instance, target);
  requireTransition(instance, target, change);
  if (!product.engineVersions.includes(instance.engineVersion)) throw new ServiceError(4927);
  if (!changeTypes[change].includes(changeType)) throw new ServiceError(4063, "change_type");
  if (!isUnset(now) && typeof now !== "boolean") throw new ServiceError(4063, "execute_immediately");
  const shards = keptFirst(body, instance);
  const removed = removedPlace(body, instance, target, change);
  const places = [...new Set(nodesOf(instance).map(({ place }) => place))].filter((place) => place !== removed);
  return { ...target, layout: layoutOf(product, capacity, { shards, places }) };
}
