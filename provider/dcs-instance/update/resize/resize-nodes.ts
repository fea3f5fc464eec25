import { type Group, listGroups, type Replication, type ResizeRequest } from "../../api/change/resize";
import type { Hop } from "../../values/size/resize-path";
import { shardsOf } from "../../values/size/shape";
import type { InstanceStep } from "../steps";

type Nodes = Pick<ResizeRequest, "available_zones" | "node_list" | "reserved_ip">;

const nodesOf = (groups: readonly Group[]): Replication[] =>
  groups.flatMap(({ replication_list }) => replication_list ?? []);

/** The zones of the instance, by code. */
function zonesOf({ live, state }: InstanceStep): string[] {
  const codes = live.az_codes ?? (state.availableZoneCodes as string[] | undefined) ?? live.available_zones ?? [];
  return [...codes];
}

// The zone with the most nodes gives one up, so that the rest stays spread.
function replicaToRemove(groups: readonly Group[]): string | undefined {
  const nodes = nodesOf(groups);
  const inZone = (zone: unknown): number => nodes.filter(({ az_code }) => az_code === zone).length;
  const replicas = nodes.filter(({ replication_role, node_id }) => replication_role === "slave" && node_id);
  const [first] = [...replicas].reverse().sort((a, b) => inZone(b.az_code) - inZone(a.az_code));
  return first?.node_id ?? undefined;
}

async function oneReplica({ service, id, deadline }: InstanceStep): Promise<Nodes> {
  const replica = replicaToRemove(await listGroups(service, id, { deadline }));
  if (replica !== undefined) return { node_list: [replica] };
  throw new Error(
    "replicas: the service lists no replica that could be removed: look at Shards and Replicas in the DCS console, then run `pulumi up` again",
  );
}

const quoted = (texts: readonly string[]): string => texts.map((text) => `"${text}"`).join(", ");

/** The addresses that stay. Each must belong to a shard, and together they must name every shard that stays. */
async function shardsToKeep({ service, id, declared, deadline }: InstanceStep, { to }: Hop): Promise<Nodes> {
  const reserved = (declared.reservedIps ?? []) as string[];
  const groups = await listGroups(service, id, { deadline });
  const addresses = (group: Group): string[] => nodesOf([group]).flatMap(({ replication_ip }) => replication_ip ?? []);
  const foreign = reserved.filter((ip) => !groups.some((group) => addresses(group).includes(ip)));
  const present = groups.flatMap(addresses);
  if (foreign.length > 0)
    throw new Error(`reservedIps: ${quoted(foreign)} is no address of the cluster: it has ${present.join(", ")}`);
  const named = groups.filter((group) => addresses(group).some((ip) => reserved.includes(ip))).length;
  const kept = shardsOf(to);
  if (named !== kept)
    throw new Error(
      `reservedIps: the addresses belong to ${named} shards, and ${kept} shards stay: list an address of each of them. By shard there are ${groups.map((group) => addresses(group).join(" and ")).join("; ")}`,
    );
  return { reserved_ip: reserved };
}

/** What a request must say about the nodes that come, stay or go. */
export async function nodesFor(context: InstanceStep, hop: Hop): Promise<Nodes> {
  const { kind, from } = hop.transition;
  const isCluster = from === "cluster";
  if (kind === "more replicas") return { available_zones: zonesOf(context) };
  if (kind === "fewer replicas") return isCluster ? { available_zones: zonesOf(context) } : oneReplica(context);
  if (kind === "fewer shards" && isCluster) return shardsToKeep(context, hop);
  return {};
}
