import { NODE } from "../../support/calls";
import { cluster, ha, inPlace, type Row, replaced, resize, same, single } from "./row";

const ZONES = ["eu-de-01", "eu-de-02"];
const fifth = { ...ha, engineVersion: "5.0", capacity: 4 };
const more = { change_type: "createReplication", available_zones: ZONES };
const CUT = "connections are cut for some seconds, so clients must reconnect";

/** The address of a node of each of the first shards of a cluster, as the local DCS gives them. */
const shards = (count: number): string[] => Array.from({ length: count }, (_, shard) => `192.168.${shard + 1}.11`);

const nodes: readonly Row[] = [
  inPlace({
    argument: "replicas",
    change: "more of master/standby",
    base: ha,
    from: { replicas: 2 },
    to: { replicas: 4 },
    says: "replicas goes up in place: connections stay",
    calls: [resize("redis.ha.xu1.large.r4.2", 2, more)],
    after: { replicas: 4, productId: "redis.ha.xu1.large.r4.2-h" },
  }),
  inPlace({
    argument: "replicas",
    change: "fewer of master/standby, one at a time",
    base: ha,
    from: { replicas: 4 },
    to: { replicas: 2 },
    says: `replicas goes down in place, one node at a time: ${CUT}`,
    calls: [
      resize("redis.ha.xu1.large.r3.2", 2, { change_type: "deleteReplication", node_list: [NODE] }),
      resize("redis.ha.xu1.large.r2.2", 2, { change_type: "deleteReplication", node_list: [NODE] }),
    ],
  }),
  inPlace({
    argument: "replicas",
    change: "fewer of a cluster, together",
    base: cluster,
    from: { replicas: 3 },
    to: { replicas: 1 },
    says: `replicas goes down in place: ${CUT}`,
    calls: [resize("redis.cluster.xu1.large.r1.4", 4, { change_type: "deleteReplication", available_zones: ZONES })],
  }),
  inPlace({
    argument: "replicas",
    change: "and capacity at once",
    base: ha,
    from: { replicas: 2, capacity: 2 },
    to: { replicas: 3, capacity: 8 },
    says: "replicas goes up in place: connections stay",
    calls: [resize("redis.ha.xu1.large.r3.2", 2, more), resize("redis.ha.xu1.large.r3.8", 8)],
  }),
  replaced({
    argument: "replicas",
    change: "of read/write splitting on 6.0",
    base: { ...ha, cacheMode: "ha_rw_split" },
    from: { replicas: 2 },
    to: { replicas: 3 },
    says: 'replicas of a cache in mode "ha_rw_split" cannot change in place on Redis 6.0',
    created: { product_id: "redis.ha.xu1.large.p3.2-h" },
  }),
  same({ argument: "replicas", change: "spelt out as they are", base: ha, from: {}, to: { replicas: 2 } }),
  same({
    argument: "replicas",
    change: "no longer declared",
    base: ha,
    from: { replicas: 3 },
    to: {},
    after: { replicas: 3 },
  }),
];

const inShards: readonly Row[] = [
  inPlace({
    argument: "capacity",
    change: "of a cluster grows by shards",
    base: { ...cluster, reservedIps: shards(3) },
    from: { capacity: 32 },
    to: { capacity: 64 },
    says: "capacity grows in place, from 3 to 8 shards: connections stay; data moves between shards",
    calls: [resize("redis.cluster.xu1.large.r2.64", 64, { change_type: "addSharding" })],
  }),
  inPlace({
    argument: "reservedIps",
    change: "for a cluster that loses shards",
    base: cluster,
    from: { capacity: 64 },
    to: { capacity: 48, reservedIps: shards(6) },
    calls: [resize("redis.cluster.xu1.large.r2.48", 48, { reserved_ip: shards(6) })],
  }),
];

const MODE = `cacheMode changes in place, by a conversion: ${CUT}; for about a minute the cache only reads`;

const modes: readonly Row[] = [
  inPlace({
    argument: "cacheMode",
    change: "from master/standby to proxy",
    base: fifth,
    from: {},
    to: { cacheMode: "proxy" },
    says: MODE,
    calls: [resize("redis.proxy.xu1.large.4", 4, { change_type: "instanceType" })],
  }),
  inPlace({
    argument: "cacheMode",
    change: "from proxy to read/write splitting, smaller",
    base: fifth,
    from: { cacheMode: "proxy", capacity: 8 },
    to: { cacheMode: "ha_rw_split", capacity: 1 },
    says: MODE,
    calls: [
      resize("redis.ha.xu1.large.p2.8", 8, { change_type: "instanceType" }),
      resize("redis.ha.xu1.large.p2.1", 1),
    ],
  }),
  inPlace({
    argument: "cacheMode",
    change: "from master/standby to proxy on 6.0",
    base: { ...ha, capacity: 4 },
    from: {},
    to: { cacheMode: "proxy" },
    says: "leave open whether Redis 6.0 can do it; if it refuses, the update fails and nothing is lost",
    calls: [resize("redis.proxy.xu1.large.4", 4, { change_type: "instanceType" })],
  }),
  replaced({
    argument: "cacheMode",
    change: "from a single node to master/standby",
    base: single,
    from: {},
    to: { cacheMode: "ha" },
    says: 'cacheMode cannot change from "single" to "ha" in place on Redis 6.0',
    created: { product_id: "redis.ha.xu1.large.r2.1-h" },
  }),
  replaced({
    argument: "cacheMode",
    change: "from master/standby to a cluster",
    base: cluster,
    from: { cacheMode: "ha" },
    to: { cacheMode: "cluster" },
    says: 'cacheMode cannot change from "ha" to "cluster" in place on Redis 6.0',
    created: { product_id: "redis.cluster.xu1.large.r2.4-h" },
  }),
];

/** Nodes, shards and modes. */
export const size: readonly Row[] = [...nodes, ...inShards, ...modes];
