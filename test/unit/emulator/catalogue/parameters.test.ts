import { type Client, current, first, started, zone } from "../support/client";

let client: Client;
beforeAll(async () => {
  client = await started({ createMs: 0 });
});
afterAll(() => client.emulator.close());

const ONE = { available_zones: [zone.one] };

interface Listed {
  readonly param_id: string;
  readonly param_name: string;
  readonly param_value: string | null;
  readonly value_range: string;
}

async function opened(order: object) {
  const id = await client.create(order);
  await client.running(id);
  const list = async () =>
    (await client.dcs("GET", `/instances/${id}/configs`)).body.redis_config as unknown as Listed[];
  const set = async (name: string, value: string) => {
    const param_id = (await list()).find(({ param_name }) => param_name === name)?.param_id ?? "0";
    const redis_config = [{ param_id, param_name: name, param_value: value }];
    const { status, body } = await client.dcs("PUT", `/instances/${id}/configs`, { redis_config });
    return status === 204 ? "taken" : body.error.code;
  };
  return { list, set };
}

const numbers = (text: string): string[] =>
  text.split(",").flatMap((part) => {
    const [from = 0, to = from] = part.split("-").map(Number);
    return Array.from({ length: to - from + 1 }, (_, at) => String(from + at));
  });

describe("An instance lists the parameters of its version and mode", () => {
  test.each<[string, object, string]>([
    ["single of 3.0", first({ ...ONE, product_id: "OTC_DCS_SINGLE" }), "1-10,13,18-19,30"],
    ["ha of 3.0", first(), "1-10,12-19,30"],
    ["cluster of 3.0", first({ product_id: "OTC_DCS_CL", capacity: 64 }), "2"],
    ["single", current({ ...ONE, product_id: "redis.single.xu1.large.2-h" }), "1-4,7-11,13,18-20,22-23,31"],
    ["ha", current(), "1-4,7-11,13-26,31-32"],
    ["cluster", current({ product_id: "redis.cluster.xu1.large.r2.4-h", capacity: 4 }), "1-4,7-11,13-26,31-32"],
    [
      "proxy",
      current({ product_id: "redis.proxy.xu1.large.4-h", capacity: 4 }),
      "2-4,7-9,14-15,18-22,24-26,31-34,36-38",
    ],
    ["ha_rw_split", current({ product_id: "redis.ha.xu1.large.p2.2-h" }), "1-4,7-10,13-19,21,24-26,31-32,35-38"],
  ])("%s", async (_, order, ids) => {
    const { list } = await opened(order);
    expect((await list()).map(({ param_id }) => param_id)).toEqual(numbers(ids));
  });
});

test("3.0 evicts nothing by default, and knows no policy by frequency of use", async () => {
  const policyOf = async (order: object) => {
    const { list } = await opened(order);
    return (await list()).find(({ param_name }) => param_name === "maxmemory-policy");
  };
  const [old, later] = [await policyOf(first()), await policyOf(current())];
  expect([old?.param_value, later?.param_value]).toEqual(["noeviction", "volatile-lru"]);
  expect([old?.value_range, later?.value_range].map((range) => range?.includes("allkeys-lfu"))).toEqual([false, true]);
});

describe("notify-keyspace-events", () => {
  test("an empty text switches the notifications off, and is read back", async () => {
    const { list, set } = await opened(current());
    const present = async () => (await list()).find(({ param_name }) => param_name === "notify-keyspace-events");
    expect((await present())?.param_value).toBe("Ex");
    expect(await set("notify-keyspace-events", "")).toBe("taken");
    expect((await present())?.param_value).toBe("");
  });

  test.each(["KEA", "KEg$lshzxe", "Kg$El", "KAEA"])("%s is taken", async (flags) => {
    expect(await (await opened(current())).set("notify-keyspace-events", flags)).toBe("taken");
  });

  test.each(["K", "x", "xE", "EAx", "Kd", "Ex "])("%p is refused", async (flags) => {
    expect(await (await opened(current())).set("notify-keyspace-events", flags)).toBe("111400066");
  });
});
