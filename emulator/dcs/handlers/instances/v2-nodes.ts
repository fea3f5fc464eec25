import { createHash } from "node:crypto";
import { ServiceError } from "../../../service/errors";
import { isWholeNumber } from "../../../service/values";
import { type Answer, type Call, ok } from "../../../world/call/call";
import { type InstanceNode, nodesOf } from "../../../world/instances/nodes";
import type { InstanceRecord } from "../../../world/records/instance-record";
import { projectOf, seenInstance } from "./instances";

function uuidOf(text: string): string {
  const hex = createHash("md5").update(text).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

const groupId = (instance: InstanceRecord, shard: number): string => uuidOf(`${instance.id}/${shard}`);

const replication = ({ nodeId, role, ip, zoneCode }: InstanceNode) => ({
  replication_id: uuidOf(nodeId),
  node_id: nodeId,
  replication_role: role,
  replication_ip: ip,
  az_code: zoneCode,
  status: "Active",
  is_replication: false,
  dimensions: [],
});

function groupsOf(instance: InstanceRecord) {
  const nodes = nodesOf(instance);
  const shards = [...new Set(nodes.map(({ shard }) => shard))];
  return shards.map((shard) => ({
    group_id: groupId(instance, shard),
    group_name: `group-${shard}`,
    replication_list: nodes.filter((node) => node.shard === shard).map(replication),
  }));
}

/** Shards and their replicas; a single node has none. */
export function listGroups(call: Call): Answer {
  const instance = seenInstance(call);
  if (instance.engineVersion === "3.0" || instance.product.cacheMode === "single") throw new ServiceError(4026);
  const groups = groupsOf(instance);
  return ok({ group_count: groups.length, group_list: groups });
}

const logicalNode = (instance: InstanceRecord, node: InstanceNode) => ({
  logical_node_id: node.nodeId,
  name: `node-${node.shard}-${node.place}`,
  status: "Active",
  az_code: node.zoneCode,
  node_role: "redis-server",
  node_type: node.role,
  node_ip: node.ip,
  node_port: String(instance.port),
  node_id: node.nodeId,
  priority_weight: 100,
  is_access: true,
  group_id: groupId(instance, node.shard),
  group_name: `group-${node.shard}`,
  is_remove_ip: false,
  replication_id: uuidOf(node.nodeId),
  dimensions: [],
});

/** The nodes of all instances; one that is being created has none yet. */
export function listLogicalNodes(call: Call): Answer {
  const offset = Number(call.query.get("offset") || 0);
  const limit = Number(call.query.get("limit") || 10);
  if (!isWholeNumber(offset, 0, Number.MAX_SAFE_INTEGER)) throw new ServiceError(4062, "offset");
  if (!isWholeNumber(limit, 1, 1000)) throw new ServiceError(4062, "limit");
  const found = call.world.instances.list(projectOf(call)).filter(({ engineVersion }) => engineVersion !== "3.0");
  const instances = found.slice(offset, offset + limit).map((instance) => {
    const nodes = ["CREATING", "CREATEFAILED"].includes(instance.status) ? [] : nodesOf(instance);
    return {
      instance_id: instance.id,
      node_count: nodes.length,
      nodes: nodes.map((node) => logicalNode(instance, node)),
    };
  });
  return ok({ count: found.length, instances });
}
