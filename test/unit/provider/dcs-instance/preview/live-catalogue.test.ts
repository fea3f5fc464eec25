import { remoteChecks } from "../../../../../provider/dcs-instance/preview/remote-checks";
import { ApiError } from "../../../../../provider/http/errors/api-error";
import { none } from "../../../support/answers";
import { LIST } from "../../../support/calls";
import { current, ZONES } from "../../../support/inputs";
import { scripted } from "../../../support/scripted";

const FLAVORS = "GET /v2/{project_id}/flavors";
const PRODUCTS = "GET /v1.0/products";
const QUOTA = "GET /quota";
const [first, second] = ZONES;

const flavor = (mode: string, size: number, nodes = "r2", zones = [first, second]) => ({
  spec_code: `redis.${mode}.xu1.large.${nodes}.${size}`,
  cache_mode: mode,
  engine: "redis",
  engine_version: "4.0;5.0;6.0",
  capacity: [String(size)],
  attrs: [
    { capacity: String(size), name: "max_clients", value: "10000" },
    { capacity: String(size), name: "max_bandwidth", value: "128" },
  ],
  flavors_available_zones: [
    {
      capacity: String(size),
      available_zones: zones.map((zone) => zone?.id),
      az_codes: zones.map((zone) => zone?.code),
    },
  ],
});

const OFFERED = [flavor("ha", 2), flavor("ha", 2, "r3"), flavor("ha", 4), flavor("cluster", 4)];
const quotas = (instances: object, ram: object) => ({
  quotas: {
    resources: [
      { type: "instance", ...instances },
      { type: "ram", ...ram },
    ],
  },
});
const forbidden = new ApiError({
  kind: "http",
  method: "GET",
  path: "/v2",
  purpose: "list",
  status: 403,
  notExecuted: true,
});

const service = (flavors: readonly object[] = OFFERED, more: object = {}) =>
  scripted({ [LIST]: [none], [FLAVORS]: [{ flavors }], [PRODUCTS]: [{ products: [{ product_id: "x" }] }], ...more });

const look = (dcs: ReturnType<typeof scripted>, inputs: object = {}, olds?: object) =>
  remoteChecks(() => dcs, current(inputs), olds ? { olds: { ...olds } } : { onNameConflict: "fail" });

describe("Preview, by the live catalogue, says", () => {
  test.each<[string, object, string, string]>([
    [
      "which sizes are nearest",
      { capacity: 3 },
      "capacity",
      '"ha" of Redis 6.0 with 3 GB is not offered in eu-de; 2 GB and 4 GB are',
    ],
    [
      "which modes there are",
      { cacheMode: "proxy", capacity: 4 },
      "cacheMode",
      '"proxy" is not offered for Redis 6.0 in eu-de; "ha" and "cluster" are',
    ],
    [
      "which numbers of nodes there are",
      { replicas: 5 },
      "replicas",
      '"ha" of Redis 6.0 with 2 GB and 5 nodes per shard is not offered in eu-de; 2 and 3 are',
    ],
  ])("%s", async (_, inputs, property, reason) => {
    // What version 1.0 offers besides is of no other kind.
    const dcs = service(OFFERED, {
      [PRODUCTS]: [{ products: [{ product_id: "OTC_DCS_MS", cache_mode: "ha", engine_versions: "3.0" }] }],
    });
    expect((await look(dcs, inputs)).failures).toEqual([{ property, reason }]);
  });

  test("which zones have what another one has no more of", async () => {
    const { failures } = await look(service([flavor("ha", 2, "r2", [second])]), {
      availableZones: [first?.id, second?.code],
    });
    expect(failures).toEqual([
      {
        property: "availableZones[0]",
        reason: "eu-de-01 has no redis.ha.xu1.large.r2.2 with 2 GB left; eu-de-02 has",
      },
    ]);
  });

  test("what a new cache will be", async () => {
    const { lines } = await look(service());
    expect(lines).toEqual([
      'cache "sessions": redis.ha.xu1.large.r2.2 in eu-de-01, eu-de-02: 10,000 connections, 128 Mbit/s',
    ]);
  });
});

describe("Preview refuses nothing", () => {
  test("that one of the two catalogues offers", async () => {
    const products = [{ product_id: "redis.ha.xu1.large.r2.8-h", cache_mode: "ha", engine_versions: "6.0" }];
    expect((await look(service(OFFERED, { [PRODUCTS]: [{ products }] }), { capacity: 8 })).failures).toEqual([]);
  });

  test("where the catalogue lists no zones with its products", async () => {
    const silent = OFFERED.map((each) => ({ ...each, flavors_available_zones: [] }));
    expect((await look(service(silent))).failures).toEqual([]);
  });

  test("that an existing cache is already, whatever is offered today", async () => {
    const dcs = service([flavor("cluster", 4, "r2", [])]);
    expect(await look(dcs, {}, current())).toEqual({ failures: [], lines: [] });
    expect(dcs.calls).toEqual([]);
  });
});

describe("Where the flavors are out of reach, preview", () => {
  test("goes by the products, and asks for the flavors once in a run", async () => {
    const products = [{ product_id: "redis.ha.xu1.large.r2.2-h", cache_mode: "ha", engine_versions: "6.0" }];
    const dcs = service([], { [FLAVORS]: [forbidden], [PRODUCTS]: [{ products }] });
    expect((await look(dcs)).failures).toEqual([]);
    expect((await look(dcs, { name: "other" })).failures).toEqual([]);
    expect(dcs.calls.filter((call) => call === FLAVORS)).toHaveLength(1);
  });

  test("goes on with a warning if the products are as well", async () => {
    const dcs = service([], { [FLAVORS]: [forbidden], [PRODUCTS]: [forbidden] });
    expect(await look(dcs)).toMatchObject({ failures: [], warning: expect.stringContaining("not checked yet") });
  });
});

describe("Of all new caches of a run together, preview refuses", () => {
  const unlimited = { quota: -1, used: 0 };

  test("those that the quota of instances has no room for", async () => {
    const dcs = service(OFFERED, { [QUOTA]: [quotas({ quota: 3, used: 1 }, unlimited)] });
    expect((await look(dcs, { name: "one" })).failures).toEqual([]);
    expect((await look(dcs, { name: "two" })).failures).toEqual([]);
    expect((await look(dcs, { name: "two" })).failures).toEqual([]);
    expect((await look(dcs, { name: "three" })).failures).toEqual([
      {
        property: "",
        reason: expect.stringMatching(
          /may hold 3 caches and holds 1, and this is new cache number 3 of the program: delete one/,
        ),
      },
    ]);
    expect(dcs.calls.filter((call) => call === QUOTA)).toHaveLength(1);
  });

  test("those that the quota of memory has no room for", async () => {
    const dcs = service(OFFERED, { [QUOTA]: [quotas(unlimited, { quota: 10, used: 6 })] });
    expect((await look(dcs, { name: "one" })).failures).toEqual([]);
    expect((await look(dcs, { name: "two", capacity: 4 })).failures).toEqual([
      {
        property: "capacity",
        reason: expect.stringMatching(/10 GB together and have 6 GB, and the program adds 6 GB up to/),
      },
    ]);
  });
});
