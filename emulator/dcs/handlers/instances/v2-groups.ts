import { createHash } from "node:crypto";
import { zoneById } from "../../../catalogue/zones";
import { ServiceError } from "../../../service/errors";
import { type Answer, type Call, ok } from "../../../world/call/call";
import { nodesOf } from "../../../world/instances/nodes";
import type { InstanceRecord } from "../../../world/records/instance-record";
import { seenInstance } from "./instances";

function uuidOf(text: string): string {
  const hex = createHash("md5").update(text).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

function groupsOf(instance: InstanceRecord) {
  const nodes = nodesOf(instance);
  const shards = [...new Set(nodes.map(({ shard }) => shard))];
  return shards.map((shard) => ({
    group_id: uuidOf(`${instance.id}/${shard}`),
    group_name: `group-${shard}`,
    replication_list: nodes
      .filter((node) => node.shard === shard)
      .map(({ nodeId, role }, place) => ({
        replication_id: uuidOf(nodeId),
        node_id: nodeId,
        replication_role: role,
        replication_ip: instance.ip,
        az_code: zoneById.get(instance.zoneIds[place % instance.zoneIds.length] ?? "")?.code ?? null,
        status: "Active",
        is_replication: false,
        dimensions: [],
      })),
  }));
}

/** Shards and their replicas; a single node has none. */
export function listGroups(call: Call): Answer {
  const instance = seenInstance(call);
  if (instance.engineVersion === "3.0" || instance.product.cacheMode === "single") throw new ServiceError(4026);
  const groups = groupsOf(instance);
  return ok({ group_count: groups.length, group_list: groups });
}
