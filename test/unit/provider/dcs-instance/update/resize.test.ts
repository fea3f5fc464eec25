import { explainCode } from "../../../../../provider/client/dcs-errors";
import { asValues } from "../../../../../provider/dcs-instance/values/as-values";
import type { InstanceInputs, InstanceOutputs } from "../../../../../provider/dcs-instance/values/types";
import { ApiError } from "../../../../../provider/http/errors/api-error";
import { beforeOf, withBoth } from "../../../../../provider/resource/state/declared";
import { lostAnswer, none, ordered } from "../../../support/answers";
import { GROUPS, LIST, POST, READ, RESIZE } from "../../../support/calls";
import { current, ID, served } from "../../../support/inputs";
import { ARGUMENTS, create, difference, update } from "../../../support/kit";
import { scripted } from "../../../support/scripted";
import { held, state } from "../../../support/states";
import { tellTimeOurselves, within } from "../../../support/time";

const codeOf = (mode: string, replicas: number, capacity: number): string => {
  const part: Readonly<Record<string, string>> = {
    ha: "ha.xu1.large.r",
    ha_rw_split: "ha.xu1.large.p",
    cluster: "cluster.xu1.large.r",
  };
  return part[mode] ? `redis.${part[mode]}${replicas}.${capacity}` : `redis.${mode}.xu1.large.${capacity}`;
};

const PRODUCTS = ["single", "ha", "ha_rw_split", "cluster", "proxy"].flatMap((cache_mode) =>
  [1, 2, 3, 4].flatMap((replicas) =>
    [1, 2, 4, 8, 16, 48, 64].map((capacity) => ({
      product_id: `${codeOf(cache_mode, replicas, capacity)}-h`,
      spec_code: codeOf(cache_mode, replicas, capacity),
      cache_mode,
    })),
  ),
);

/** What the service answers for a cache of this mode, with these nodes and this size. */
const shown = (mode: string, replicas: number, capacity: number, more: object = {}) =>
  served({
    cache_mode: mode,
    capacity,
    product_id: `${codeOf(mode, replicas, capacity)}-h`,
    resource_spec_code: codeOf(mode, replicas, capacity),
    ...more,
  });

type Answers = Parameters<typeof scripted>[0][keyof Parameters<typeof scripted>[0]];

const serving = (reads: Answers, more: Parameters<typeof scripted>[0] = {}) =>
  scripted({
    "GET /v1.0/products": [{ products: PRODUCTS }],
    [LIST]: [none],
    [RESIZE]: [undefined],
    [READ]: reads,
    ...more,
  });

const change = (dcs: ReturnType<typeof scripted>, before: object, after: object) => {
  const now = state(current(before)) as unknown as InstanceOutputs;
  return within(400_000, update(dcs, ID, now, current({ ...before, ...after }) as InstanceInputs, held(now)));
};

const bodies = (dcs: ReturnType<typeof scripted>) => dcs.changes.map(([, body]) => body);

const at = (spec_code: string, new_capacity: number, more: object = {}) => ({
  spec_code,
  new_capacity,
  ...more,
  execute_immediately: true,
});

const node = (node_id: string, replication_role: string, az_code: string, replication_ip = "192.168.0.1") => ({
  node_id,
  replication_role,
  az_code,
  replication_ip,
});

const refusal = (code: string, serviceMessage: string): ApiError =>
  new ApiError({
    method: "POST",
    path: "/resize",
    purpose: "resize",
    kind: "http",
    status: 400,
    code,
    explained: explainCode(code, 400),
    serviceMessage,
    notExecuted: true,
  });

tellTimeOurselves();

describe("A resize", () => {
  test("downwards, to a fraction of a GB too, goes to the specification of that size", async () => {
    const tiny = {
      capacity: 0,
      capacity_minor: ".5",
      resource_spec_code: "redis.ha.xu1.tiny.r2.512",
      product_id: null,
    };
    const products = [
      { product_id: "redis.ha.xu1.tiny.r2.512-h", spec_code: "redis.ha.xu1.tiny.r2.512", cache_mode: "ha" },
    ];
    const dcs = serving([shown("ha", 2, 2), shown("ha", 2, 2), shown("ha", 2, 2, tiny)], {
      "GET /v1.0/products": [{ products }],
    });
    expect(await change(dcs, {}, { capacity: 0.5 })).toMatchObject({ capacity: 0.5 });
    expect(bodies(dcs)).toEqual([at("redis.ha.xu1.tiny.r2.512", 0.5)]);
  });

  test("of several things is one call each, in a safe order, and each is waited for", async () => {
    const dcs = serving([
      shown("ha", 2, 2),
      shown("ha", 2, 2),
      shown("ha", 3, 2),
      shown("ha", 3, 2),
      shown("ha", 3, 8),
    ]);
    expect(await change(dcs, { replicas: 2 }, { replicas: 3, capacity: 8 })).toMatchObject({
      replicas: 3,
      capacity: 8,
    });
    expect(bodies(dcs)).toEqual([
      at(codeOf("ha", 3, 2), 2, { change_type: "createReplication", available_zones: ["eu-de-01", "eu-de-02"] }),
      at(codeOf("ha", 3, 8), 8),
    ]);
  });

  test("that was interrupted between two calls makes only the rest", async () => {
    const dcs = serving([shown("ha", 3, 2), shown("ha", 3, 2), shown("ha", 3, 8)]);
    expect(await change(dcs, { replicas: 2 }, { replicas: 3, capacity: 8 })).toMatchObject({
      replicas: 3,
      capacity: 8,
    });
    expect(bodies(dcs)).toEqual([at(codeOf("ha", 3, 8), 8)]);
  });

  test("that fails halfway keeps in the state what is done, and the next update goes on", async () => {
    const dcs = serving([shown("ha", 2, 2), shown("ha", 2, 2), shown("ha", 3, 2)], {
      [RESIZE]: [undefined, refusal("DCS.4102", "The used memory is too high.")],
    });
    await expect(change(dcs, { replicas: 2 }, { replicas: 3, capacity: 8 })).rejects.toMatchObject({
      properties: expect.objectContaining({ replicas: 3, capacity: 2 }),
    });
  });

  test("whose answer was lost is looked up before it is asked for again", async () => {
    const dcs = serving([shown("ha", 2, 2), shown("ha", 2, 4)], {
      [RESIZE]: [lostAnswer("POST")],
    });
    expect(await change(dcs, {}, { capacity: 4 })).toMatchObject({ capacity: 4 });
    expect(dcs.changes).toHaveLength(1);
  });

  test("that the service takes and does not make is an error that names the specification, and nothing is recorded", async () => {
    const dcs = serving([shown("ha", 2, 2)]);
    await expect(change(dcs, {}, { capacity: 4 })).rejects.toMatchObject({
      message: expect.stringMatching(
        /took the resize to redis\.ha\.xu1\.large\.r2\.4, but .* later the cache is still redis\.ha\.xu1\.large\.r2\.2: run/,
      ),
      properties: expect.objectContaining({ capacity: 2 }),
    });
    expect(dcs.changes).toHaveLength(1);
  });

  test("to another mode is a conversion, to the new mode with its usual nodes", async () => {
    const dcs = serving([shown("ha", 2, 4), shown("ha", 2, 4), shown("proxy", 2, 4)]);
    expect(await change(dcs, { capacity: 4 }, { cacheMode: "proxy" })).toMatchObject({ cacheMode: "proxy" });
    expect(bodies(dcs)).toEqual([at(codeOf("proxy", 2, 4), 4, { change_type: "instanceType" })]);
  });

  test("of a cluster to more shards is named so", async () => {
    const dcs = serving([shown("cluster", 2, 16), shown("cluster", 2, 16), shown("cluster", 2, 64)]);
    await change(dcs, { cacheMode: "cluster", capacity: 16 }, { capacity: 64 });
    expect(bodies(dcs)).toEqual([at(codeOf("cluster", 2, 64), 64, { change_type: "addSharding" })]);
  });

  test("by another product follows the same way", async () => {
    const dcs = serving([shown("ha", 2, 2), shown("ha", 2, 2), shown("ha", 3, 2)]);
    const productId = (replicas: number) => ({ cacheMode: undefined, productId: `${codeOf("ha", replicas, 2)}-h` });
    await change(dcs, productId(2), productId(3));
    expect(bodies(dcs)).toEqual([expect.objectContaining({ change_type: "createReplication" })]);
  });

  test("of a cache whose specification only version 2 shows asks version 2", async () => {
    const wordless = (capacity: number) =>
      shown("ha", 2, capacity, { resource_spec_code: null, product_id: "00301-1" });
    const dcs = serving([wordless(2), wordless(2), wordless(4)], {
      [`GET /v2/{project_id}/instances/${ID}`]: [
        { status: "RUNNING", task: null, spec_code: codeOf("ha", 2, 2) },
        { status: "RUNNING", task: null, spec_code: codeOf("ha", 2, 2) },
        { status: "RUNNING", task: null, spec_code: codeOf("ha", 2, 4) },
      ],
    });
    expect(await change(dcs, {}, { capacity: 4 })).toMatchObject({ capacity: 4 });
  });
});

describe("Fewer nodes", () => {
  const three = {
    group_list: [
      {
        group_id: "g",
        replication_list: [
          node("a".repeat(32), "master", "eu-de-01"),
          node("b".repeat(32), "slave", "eu-de-01"),
          node("c".repeat(32), "slave", "eu-de-02"),
        ],
      },
    ],
  };

  test("of a pair go one by one, never the master, and from the zone that has most", async () => {
    const two = {
      group_list: [{ group_id: "g", replication_list: three.group_list[0]?.replication_list.slice(0, 2) }],
    };
    const dcs = serving(
      [shown("ha", 4, 2), shown("ha", 4, 2), shown("ha", 3, 2), shown("ha", 3, 2), shown("ha", 2, 2)],
      { [GROUPS]: [three, two] },
    );
    await change(dcs, { replicas: 4 }, { replicas: 2 });
    expect(bodies(dcs)).toEqual([
      at(codeOf("ha", 3, 2), 2, { change_type: "deleteReplication", node_list: ["b".repeat(32)] }),
      at(codeOf("ha", 2, 2), 2, { change_type: "deleteReplication", node_list: ["b".repeat(32)] }),
    ]);
  });

  test("of a cluster go together, and the request names the zones", async () => {
    const dcs = serving([shown("cluster", 4, 4), shown("cluster", 4, 4), shown("cluster", 2, 4)]);
    await change(dcs, { cacheMode: "cluster", capacity: 4, replicas: 4 }, { replicas: 2 });
    expect(bodies(dcs)).toEqual([
      at(codeOf("cluster", 2, 4), 4, { change_type: "deleteReplication", available_zones: ["eu-de-01", "eu-de-02"] }),
    ]);
  });

  test("are not asked for if the service lists no replica", async () => {
    const dcs = serving([shown("ha", 3, 2)], { [GROUPS]: [{ group_list: [] }] });
    await expect(change(dcs, { replicas: 3 }, { replicas: 2 })).rejects.toThrow(
      /lists no replica that could be removed/,
    );
    expect(dcs.changes).toEqual([]);
  });
});

describe("Fewer shards", () => {
  const before = { cacheMode: "cluster", capacity: 64 };
  const groups = {
    group_list: Array.from({ length: 8 }, (_, shard) => ({
      group_id: `g${shard}`,
      replication_list: [
        node(`m${shard}`, "master", "eu-de-01", `10.0.0.${shard}`),
        node(`s${shard}`, "slave", "eu-de-02", `10.0.1.${shard}`),
      ],
    })),
  };
  const kept = [0, 1, 2, 3, 4, 5].map((shard) => `10.0.0.${shard}`);

  test("keep those whose addresses are declared", async () => {
    const dcs = serving([shown("cluster", 2, 64), shown("cluster", 2, 64), shown("cluster", 2, 48)], {
      [GROUPS]: [groups],
    });
    await change(dcs, before, { capacity: 48, reservedIps: kept });
    expect(bodies(dcs)).toEqual([at(codeOf("cluster", 2, 48), 48, { reserved_ip: kept })]);
  });

  test.each<[string, string[], RegExp]>([
    [
      "that the cluster does not have",
      [...kept.slice(1), "10.9.9.9"],
      /"10\.9\.9\.9" is no address of the cluster: it has 10\.0\.0\.0/,
    ],
    ["of too few shards", [...kept.slice(1), "10.0.1.1"], /belong to 5 shards, and 6 shards stay/],
  ])("with addresses %s are refused before anything is asked for", async (_, reservedIps, message) => {
    const dcs = serving([shown("cluster", 2, 64)], { [GROUPS]: [groups] });
    await expect(change(dcs, before, { capacity: 48, reservedIps })).rejects.toThrow(message);
    expect(dcs.changes).toEqual([]);
  });
});

describe("A refusal of the service", () => {
  test.each<[string, RegExp]>([
    ["DCS.4102", /free memory until less than 70 % of the new size is in use/],
    ["DCS.4103", /free memory|declare what the cache has/],
    ["DCS.4200", /declare the cacheMode that it has/],
    ["DCS.4875", /declare fewer replicas/],
    ["DCS.4911", /free one, or take another subnet/],
    ["DCS.4927", /set cacheMode, capacity and replicas to what the function getFlavors lists/],
    ["DCS.4931", /looks at the nodes anew/],
    ["DCS.4936", /looks at the nodes anew/],
    ["DCS.4937", /declare at least two replicas/],
  ])(
    "%s fails the update with its remedy, and is no reason to replace, neither now nor at the next update",
    async (code, remedy) => {
      const before = asValues(current());
      const wanted = current({ capacity: 1 });
      const dcs = serving([shown("ha", 2, 2)], { [RESIZE]: [refusal(code, "Refused.")] });
      const failure = await change(dcs, {}, { capacity: 1 }).catch((error: unknown) => error);
      expect(failure).toMatchObject({ message: expect.stringMatching(remedy) });
      const { properties } = failure as { properties: InstanceOutputs };
      expect(properties).toMatchObject({ capacity: 2 });
      // What the state holds then is what the next update compares with.
      const olds = {
        ...properties,
        ...withBoth(ARGUMENTS, { ...before, __declared: Object.keys(before) }, asValues(wanted), asValues(properties)),
      };
      expect(difference(properties, wanted, beforeOf(olds))).toMatchObject({
        modified: ["capacity"],
        replaced: [],
        drifted: [],
      });
    },
  );
});

test("A new cache gets the product with the number of nodes that is declared", async () => {
  const dcs = serving([shown("ha", 3, 2)], { [POST]: [ordered] });
  const { state: made } = await within(200_000, create(dcs, current({ replicas: 3 })));
  expect(bodies(dcs)).toEqual([expect.objectContaining({ product_id: `${codeOf("ha", 3, 2)}-h` })]);
  expect(made).toMatchObject({ replicas: 3 });
});
