import { runtime } from "@pulumi/pulumi";
import { remoteChecks } from "../../../../../provider/dcs-instance/preview/remote-checks";
import { ApiError } from "../../../../../provider/http/errors/api-error";
import type { Findings } from "../../../../../provider/resource/describe/resource-type";
import { listed, none, ordered } from "../../../support/answers";
import { LIST, READ } from "../../../support/calls";
import { current, served, ZONES } from "../../../support/inputs";
import { type Scripted, scripted } from "../../../support/scripted";

const FLAVORS = "GET /v2/{project_id}/flavors";
const PRODUCTS = "GET /v1.0/products";
const QUOTA = "GET /quota";
const [FIRST, SECOND] = ZONES;

const flavor = (spec_code: string, capacity: string, more: object = {}) => ({
  spec_code,
  cache_mode: "ha",
  engine: "redis",
  engine_version: "4.0;5.0;6.0",
  capacity: [capacity],
  ...more,
});
const usual = [flavor("redis.ha.xu1.large.r2.2", "2"), flavor("redis.ha.xu1.large.r2.4", "4")];
const stock = (...zones: object[]) => ({ flavors_available_zones: zones });

const resources = (instances: object, ram: object = {}) => ({
  quotas: {
    resources: [
      { type: "instances", ...instances },
      { type: "RAM", unit: "GB", ...ram },
    ],
  },
});

const refused = (status: number, path: string) =>
  new ApiError({ kind: "http", method: "GET", path, purpose: `read ${path}`, status, notExecuted: true });

type Script = Parameters<typeof scripted>[0];
const world = (script: Script) => scripted({ [LIST]: [none], [FLAVORS]: [{ flavors: usual }], ...script });

const look = (dcs: Scripted, inputs: object = current(), options: object = { onNameConflict: "fail" }) =>
  remoteChecks(() => dcs, inputs, options);
const reasons = ({ failures }: Findings) => failures.map(({ property, reason }) => `${property}: ${reason}`);

describe("A new cache is judged by the flavors", () => {
  test.each<[string, object[], object, string]>([
    ["a size", usual, { capacity: 8 }, "capacity: ha 6.0 with 8 GB is not offered; 4 is"],
    [
      "a number of nodes",
      [...usual, flavor("redis.ha.xu1.large.r3.2", "2")],
      { replicas: 5 },
      "replicas: ha 6.0 with 2 GB and 5 nodes per shard is not offered; 3 is",
    ],
    [
      "the usual number of nodes, although more could be had",
      [flavor("redis.ha.xu1.large.r3.2", "2")],
      {},
      "replicas: ha 6.0 with 2 GB is not offered with 2 nodes per shard; 3 is",
    ],
  ])("%s", async (_, flavors, changes, failure) => {
    // Both lists agree, so that the older one has nothing to add.
    const dcs = world({ [FLAVORS]: [{ flavors }] });
    expect(reasons(await look(dcs, current(changes)))).toEqual([failure]);
  });

  test("a version that neither list has", async () => {
    const flavors = [flavor("redis.ha.xu1.large.r2.2", "2", { engine_version: "4.0;5.0" })];
    const older = [{ product_id: "redis.ha.xu1.large.r2.2-h", cache_mode: "ha", engine_versions: "4.0;5.0" }];
    const dcs = world({ [FLAVORS]: [{ flavors }], [PRODUCTS]: [{ products: older }] });
    expect(reasons(await look(dcs))).toEqual(["engineVersion: ha 6.0 is not offered in eu-de; 4.0 and 5.0 are"]);
  });

  test("a zone that has sold out, by code or by id, with the zones that have it", async () => {
    for (const listing of [
      { capacity: "2", available_zones: [FIRST?.id] },
      { capacity: "2", az_codes: [FIRST?.code] },
      { capacity: 2, available_zones: [FIRST?.code], az_codes: null },
    ]) {
      const dcs = world({ [FLAVORS]: [{ flavors: [flavor("redis.ha.xu1.large.r2.2", "2", stock(listing))] }] });
      expect(reasons(await look(dcs))).toEqual([
        `availableZones[1]: ${SECOND?.code} has no ha 2 GB left; ${FIRST?.code} has`,
      ]);
    }
  });
});

describe("Nothing is refused that the catalogue does not say:", () => {
  test.each<[string, object]>([
    ["no stock at all", {}],
    ["an empty list of stock", stock()],
    ["stock without zones", stock({ capacity: "2" })],
    ["stock of another size", stock({ capacity: "4", az_codes: ["eu-de-01"] })],
    ["zones of other names", stock({ capacity: "2", available_zones: ["one", "two"] })],
    ["no versions", { engine_version: null }],
  ])("%s", async (_, more) => {
    const dcs = world({ [FLAVORS]: [{ flavors: [flavor("redis.ha.xu1.large.r2.2", "2", more)] }] });
    expect(await look(dcs)).toMatchObject({
      failures: [],
      lines: ["sessions: redis.ha.xu1.large.r2.2 in eu-de-01, eu-de-02"],
    });
  });

  test.each<[string, object]>([
    ["no quota", { quotas: { resources: [] } }],
    ["a quota without numbers", resources({ quota: null, used: 3 }, { used: 3 })],
    ["a quota that is unlimited", resources({ quota: -1, used: 3 }, { quota: -1, used: 30 })],
    ["memory in another unit", resources({}, { quota: 1, used: 1, unit: "blocks" })],
  ])("%s", async (_, quota) => {
    expect((await look(world({ [QUOTA]: [quota] }))).failures).toEqual([]);
  });

  test("a mode that only the older list has", async () => {
    const dcs = world({
      [FLAVORS]: [{ flavors: [flavor("redis.single.xu1.large.2", "2", { cache_mode: "single" })] }],
    });
    expect((await look(dcs)).failures).toEqual([]);
  });
});

describe("The quota counts the new caches of a run together:", () => {
  const two = (dcs: Scripted) =>
    Promise.all(["one", "two"].map((name) => look(dcs, current({ name })))).then((all) => all.flatMap(reasons));

  test("the caches", async () => {
    expect(await two(world({ [QUOTA]: [resources({ quota: 10, used: 9 })] }))).toEqual([
      expect.stringMatching(/^projectId: the project may hold 10 caches and holds 9: this run may add 1, .* cache 2\./),
    ]);
    expect(await two(world({ [QUOTA]: [resources({ quota: 10, used: 8 })] }))).toEqual([]);
  });

  test("their memory", async () => {
    expect(await two(world({ [QUOTA]: [resources({}, { quota: "20", used: "17" })] }))).toEqual([
      expect.stringMatching(/^capacity: the project may hold 20 GB .* need 4 GB, and 1 GB are left for this one\./),
    ]);
    expect(await two(world({ [QUOTA]: [resources({}, { quota: 20, used: 16 })] }))).toEqual([]);
  });

  test("the memory by which an existing cache grows", async () => {
    const grown = (quota: number, growth = 2) =>
      look(world({ [QUOTA]: [resources({}, { quota, used: 17 })] }), current({ capacity: 4 }), {
        changed: { zones: false, product: true, growth },
      }).then(reasons);
    expect(await grown(18)).toEqual([
      "capacity: the project may hold 18 GB and holds 17 GB: the growing caches of this run need 2 GB, and 1 GB are left for this one. To make room, delete caches in a run before this one, or have the quota raised",
    ]);
    expect(await grown(19)).toEqual([]);
    expect(await grown(17, 0)).toEqual([]);
  });

  test("new and growing caches together", async () => {
    const dcs = world({ [QUOTA]: [resources({}, { quota: 20, used: 17 })] });
    const growing = { changed: { zones: false, product: true, growth: 2 } };
    expect(reasons(await look(dcs, current({ name: "carts", capacity: 4 }), growing))).toEqual([]);
    expect(reasons(await look(dcs))).toEqual([
      expect.stringMatching(/the new and growing caches of this run need 4 GB, and 1 GB are left for this one\./),
    ]);
  });

  test("a cache that is checked twice counts once, one that is replaced or taken over not at all", async () => {
    const dcs = world({ [QUOTA]: [resources({ quota: 1, used: 0 })] });
    expect([...reasons(await look(dcs)), ...reasons(await look(dcs))]).toEqual([]);
    const full = { [QUOTA]: [resources({ quota: 1, used: 1 })] };
    expect(reasons(await look(world(full), current(), {}))).toEqual([]);
    const taken = world({
      ...full,
      [LIST]: [listed({ engine_version: "6.0" })],
      [READ]: [served({ engine_version: "6.0" })],
    });
    const { failures, lines } = await look(taken, current(), { onNameConflict: "adopt", takesOver: true });
    expect(failures).toEqual([]);
    expect(lines).toContainEqual(expect.stringContaining("takes over"));
    expect(ordered.instances).toHaveLength(1);
  });
});

describe("A service that refuses", () => {
  test("flavors is asked for products, with one warning in the run", async () => {
    const dcs = world({ [FLAVORS]: [refused(403, "flavors")], [QUOTA]: [refused(403, "quota")] });
    const [one, other] = [await look(dcs), await look(dcs, current({ name: "carts" }))];
    expect(one.failures).toEqual([]);
    expect(one.warning).toMatch(/^the service could not be asked for its flavors, so its older list counts: /);
    expect(other.warning).toBe(one.warning);
    expect(dcs.calls.filter((call) => call === FLAVORS)).toHaveLength(1);
  });

  test("flavors and products refuses no cache", async () => {
    const dcs = world({ [FLAVORS]: [refused(503, "flavors")], [PRODUCTS]: [refused(403, "products")] });
    expect(await look(dcs)).toMatchObject({ failures: [], lines: [], warning: expect.stringContaining("flavors") });
  });

  test("says nothing about 7.0 in its older list, so that nothing is refused", async () => {
    const dcs = world({ [FLAVORS]: [refused(403, "flavors")] });
    expect((await look(dcs, current({ engineVersion: "7.0", capacity: 64 }))).failures).toEqual([]);
  });

  test("does so without a warning if it does not have the call at all", async () => {
    const dcs = world({ [FLAVORS]: [refused(404, "flavors")], [QUOTA]: [refused(404, "quota")] });
    expect((await look(dcs)).warning).toBeUndefined();
  });
});

describe("The line about a new cache", () => {
  const attrs = [
    { capacity: "2", name: "max_clients", value: "10000" },
    { capacity: "2", name: "max_bandwidth", value: "128" },
    { capacity: "4", name: "max_bandwidth", value: "192" },
  ];

  test("names product, zones by code, and figures", async () => {
    const dcs = world({ [FLAVORS]: [{ flavors: [flavor("redis.ha.xu1.large.r2.2", "2", { attrs })] }] });
    expect((await look(dcs, current({ availableZones: [FIRST?.id] }))).lines).toEqual([
      "sessions: redis.ha.xu1.large.r2.2 in eu-de-01: 10,000 connections, 128 Mbit/s",
    ]);
  });

  test("is missing while the zones or the nodes are not known", async () => {
    expect((await look(world({}), current({ availableZones: runtime.unknownValue }))).lines).toEqual([]);
    expect((await look(world({}), current({ replicas: runtime.unknownValue }))).lines).toEqual([]);
  });

  test("chooses generic before others, then x86_64, then the first code", async () => {
    const code = (name: string) => `redis.ha.${name}.large.r2.2`;
    const flavors = [
      flavor(code("a"), "2", { product_type: "libos", cpu_type: "x86_64" }),
      flavor(code("b"), "2", { product_type: "generic", cpu_type: "aarch64" }),
      flavor(code("d"), "2", { product_type: "generic", cpu_type: "x86_64" }),
      flavor(code("c"), "2", { product_type: "generic", cpu_type: "x86_64" }),
    ];
    expect((await look(world({ [FLAVORS]: [{ flavors }] }))).lines).toEqual([
      `sessions: ${code("c")} in eu-de-01, eu-de-02`,
    ]);
  });
});
