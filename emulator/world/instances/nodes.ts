import { createHash } from "node:crypto";
import { zoneById } from "../../catalogue/zones";
import type { InstanceRecord } from "../records/instance-record";
import { layoutOf } from "./layout";

/** One Redis node of an instance. */
export interface InstanceNode {
  readonly shard: number;
  /** Its number within the shard. */
  readonly place: number;
  /** 32 hex digits. */
  readonly nodeId: string;
  readonly role: "master" | "slave";
  readonly ip: string;
  readonly zoneCode: string | null;
}

// The first node of a cluster has the address of the instance, where something may listen.
function addressOf({ ip, product }: InstanceRecord, shard: number, place: number): string {
  if (product.cacheMode !== "cluster" || (shard === 0 && place === 0)) return ip;
  return `192.168.${1 + shard}.${10 + place}`;
}

/** The nodes of an instance, shard by shard, each shard's master first; a node keeps its id when others come and go. */
export function nodesOf(instance: InstanceRecord): InstanceNode[] {
  const { id, product, capacity, zoneIds, layout } = instance;
  const { shards, places } = layoutOf(product, capacity, layout);
  return shards.flatMap((shard) =>
    places.map((place, index) => ({
      shard,
      place,
      nodeId: createHash("md5").update(`${id}/${shard}/${place}`).digest("hex"),
      role: index === 0 ? ("master" as const) : ("slave" as const),
      ip: addressOf(instance, shard, place),
      zoneCode: zoneById.get(zoneIds[place % zoneIds.length] ?? "")?.code ?? null,
    })),
  );
}
