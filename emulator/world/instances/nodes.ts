import { createHash } from "node:crypto";
import { figuresOf } from "../../catalogue/figures";
import type { InstanceRecord } from "../records/instance-record";

/** One Redis node of an instance. */
export interface InstanceNode {
  readonly shard: number;
  /** 32 hex digits. */
  readonly nodeId: string;
  readonly role: "master" | "slave";
}

/** The nodes of an instance, shard by shard, each shard's master first; a node keeps its id when others come and go. */
export function nodesOf({ id, product, capacity }: InstanceRecord): InstanceNode[] {
  const { shards } = figuresOf(product, capacity);
  return Array.from({ length: shards * product.replicas }, (_, index) => {
    const shard = Math.floor(index / product.replicas);
    const place = index % product.replicas;
    const nodeId = createHash("md5").update(`${id}/${shard}/${place}`).digest("hex");
    return { shard, nodeId, role: place === 0 ? "master" : "slave" };
  });
}
