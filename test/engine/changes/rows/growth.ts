import { secret } from "@pulumi/pulumi";
import {
  cluster,
  decrypted,
  extend,
  first,
  ha,
  inPlace,
  modify,
  newPassword,
  type Row,
  replaced,
  resize,
  same,
  single,
  tag,
  withPassword,
} from "./row";

const GROWS_ONLY = "capacity can only grow in place, to whole GB";
const r2 = (size: number) => `redis.ha.xu1.large.r2.${size}-h`;
const ZONES = ["eu-de-01", "eu-de-02"];
const byProduct = { ...ha, cacheMode: undefined };

/** Capacity and the product that follows it. */
const capacity: readonly Row[] = [
  inPlace({
    argument: "capacity",
    change: "grows",
    base: ha,
    from: { capacity: 2 },
    to: { capacity: 4 },
    says: "capacity grows in place: connections are cut for some seconds",
    calls: [resize("redis.ha.xu1.large.r2.4", 4)],
    after: { capacity: 4, productId: r2(4), resourceSpecCode: "redis.ha.xu1.large.r2.4" },
  }),
  inPlace({
    argument: "capacity",
    change: "of a single node grows",
    base: single,
    from: { capacity: 1 },
    to: { capacity: 2 },
    says: "capacity grows in place: connections are cut for some seconds",
    calls: [resize("redis.single.xu1.large.2", 2)],
  }),
  inPlace({
    argument: "capacity",
    change: "of a cluster grows",
    base: cluster,
    from: { capacity: 4 },
    to: { capacity: 8 },
    says: "capacity grows in place: commands stutter, or only reads work, while a node moves",
    calls: [resize("redis.cluster.xu1.large.r2.8", 8)],
  }),
  inPlace({
    argument: "capacity",
    change: "grows from a fraction",
    base: single,
    from: { capacity: 0.125 },
    to: { capacity: 1 },
    says: "capacity grows in place: connections are cut for some seconds",
    calls: [resize("redis.single.xu1.large.1", 1)],
  }),
  inPlace({
    argument: "capacity",
    change: "grows on 3.0",
    base: first,
    from: { capacity: 2 },
    to: { capacity: 8 },
    calls: [extend(8)],
  }),
  inPlace({
    argument: "capacity",
    change: "of a cluster of 3.0 grows",
    base: { ...first, cacheMode: "cluster" },
    from: { capacity: 64 },
    to: { capacity: 128 },
    calls: [extend(128)],
  }),
  replaced({
    argument: "capacity",
    change: "shrinks on 3.0",
    base: first,
    from: { capacity: 4 },
    to: { capacity: 2 },
    says: GROWS_ONLY,
    created: { capacity: 2, product_id: "OTC_DCS_MS" },
  }),
  inPlace({
    argument: "capacity",
    change: "shrinks",
    base: ha,
    from: { capacity: 4 },
    to: { capacity: 2 },
    says: "capacity shrinks in place: connections stay; the service refuses it if more than 70 % of the new size is in use; backups made before become unusable",
    calls: [resize("redis.ha.xu1.large.r2.2", 2)],
  }),
  inPlace({
    argument: "capacity",
    change: "grows to a fraction",
    base: single,
    from: { capacity: 0.125 },
    to: { capacity: 0.25 },
    says: "a single node may lose its data, so check it afterwards; if the resize fails, a single node is unavailable for a while",
    calls: [resize("redis.single.xu1.tiny.256", 0.25)],
  }),
  inPlace({
    argument: "productId",
    change: "of another size with its capacity",
    base: byProduct,
    from: { productId: r2(2), capacity: 2 },
    to: { productId: r2(4), capacity: 4 },
    calls: [resize("redis.ha.xu1.large.r2.4", 4)],
  }),
  inPlace({
    argument: "productId",
    change: "with more nodes",
    base: byProduct,
    from: { productId: r2(2) },
    to: { productId: "redis.ha.xu1.large.r3.2-h" },
    says: "productId goes up in place: connections stay",
    calls: [resize("redis.ha.xu1.large.r3.2", 2, { change_type: "createReplication", available_zones: ZONES })],
  }),
  replaced({
    argument: "productId",
    change: "of another mode that no resize reaches",
    base: byProduct,
    from: { productId: r2(4), capacity: 4 },
    to: { productId: "redis.cluster.xu1.large.r2.4-h", capacity: 4 },
    says: 'productId cannot change from "ha" to "cluster" in place on Redis 6.0',
    created: { product_id: "redis.cluster.xu1.large.r2.4-h" },
  }),
  same({
    argument: "productId",
    change: "instead of its mode",
    base: ha,
    from: {},
    to: { cacheMode: undefined, productId: r2(2) },
    after: { cacheMode: "ha", productId: r2(2) },
  }),
  same({
    argument: "productId",
    change: "instead of its mode on 3.0",
    base: first,
    from: {},
    to: { cacheMode: undefined, productId: "OTC_DCS_MS" },
    after: { cacheMode: "ha", productId: "OTC_DCS_MS" },
  }),
];

const OTHER = "Local-Kettle-2";
const other = secret(OTHER);

const passwords: readonly Row[] = [
  inPlace({
    argument: "password",
    change: "changed",
    base: withPassword,
    from: {},
    to: { password: other },
    calls: [newPassword],
    says: "will be changed; data and address stay; give clients the new one",
    after: { password: decrypted(OTHER) },
  }),
  inPlace({
    argument: "password",
    change: "changed on 3.0",
    base: first,
    from: {},
    to: { password: other },
    calls: [newPassword],
    says: "will be changed; data and address stay; give clients the new one",
    after: { password: decrypted(OTHER) },
  }),
];

const tags: readonly Row[] = [
  inPlace({
    argument: "tags",
    change: "set",
    base: ha,
    from: {},
    to: { tags: { team: "shop" } },
    calls: [tag("create", ["team", "shop"])],
  }),
  inPlace({
    argument: "tags",
    change: "one more, one other value",
    base: ha,
    from: { tags: { team: "shop", stage: "test" } },
    to: { tags: { team: "shop", stage: "live", cost: "42" } },
    calls: [tag("delete", ["stage", "test"]), tag("create", ["cost", "42"], ["stage", "live"])],
  }),
  inPlace({
    argument: "tags",
    change: "one less",
    base: ha,
    from: { tags: { team: "shop", stage: "test" } },
    to: { tags: { team: "shop" } },
    calls: [tag("delete", ["stage", "test"])],
  }),
  inPlace({
    argument: "tags",
    change: "removed",
    base: ha,
    from: { tags: { team: "shop" } },
    to: {},
    calls: [tag("delete", ["team", "shop"])],
    after: { tags: undefined },
  }),
  same({
    argument: "tags",
    change: "in another order",
    base: ha,
    from: { tags: { team: "shop", stage: "test" } },
    to: { tags: { stage: "test", team: "shop" } },
  }),
];

const several: readonly Row[] = [
  inPlace({
    argument: "several",
    change: "at once, in the documented order",
    base: withPassword,
    from: { description: "carts", tags: { team: "shop" } },
    to: {
      description: "baskets",
      maintainBegin: "22:00:00",
      maintainEnd: "02:00:00",
      tags: { team: "carts" },
      password: other,
      capacity: 4,
    },
    calls: [
      modify({ description: "baskets", maintain_begin: "22:00:00", maintain_end: "02:00:00" }),
      tag("delete", ["team", "shop"]),
      tag("create", ["team", "carts"]),
      newPassword,
      resize("redis.ha.xu1.large.r2.4", 4),
    ],
    after: {
      description: "baskets",
      maintainBegin: "22:00:00",
      tags: { team: "carts" },
      password: decrypted(OTHER),
      capacity: 4,
    },
  }),
];

/** What has a call of its own. */
export const growth: readonly Row[] = [...capacity, ...passwords, ...tags, ...several];
