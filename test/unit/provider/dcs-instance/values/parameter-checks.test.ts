import { unknownValue } from "@pulumi/pulumi/runtime";
import { INSTANCE_ARGUMENTS } from "../../../../../provider/dcs-instance/arguments/rows/instance-arguments";
import { judgeByList, judgeByTable } from "../../../../../provider/dcs-instance/values/parameters/parameter-checks";

const lines = (failures: ReadonlyArray<{ property: string; reason: string }>): string[] =>
  failures.map(({ property, reason }) => `${property}: ${reason}`);

const ha = { engineVersion: "6.0", cacheMode: "ha" };

describe("Before a cache exists, its parameters are checked by the documented table:", () => {
  test.each([
    ["sound ones", { timeout: 300, "maxmemory-policy": "allkeys-lru", appendonly: "yes" }, ha],
    ["a number as a text", { timeout: "300" }, ha],
    ["an empty text that switches notifications off", { "notify-keyspace-events": "" }, ha],
    ["those of 3.0", { "reserved-memory-percent": 30 }, { engineVersion: "3.0", cacheMode: "ha" }],
    ["one whose value is not known yet", { timeout: unknownValue }, ha],
  ])("%s are accepted", (_, parameters, inputs) => {
    expect(judgeByTable(parameters, inputs)).toEqual([]);
  });

  test("every mistake is named at once, by its path", () => {
    const parameters = { timeot: 300, "slowlog-max-len": 5000, "maxmemory-policy": "lru", timeout: "soon" };
    expect(lines(judgeByTable(parameters, ha))).toEqual([
      'parameters.timeot: is not a parameter of this cache: did you mean "timeout"?',
      'parameters["slowlog-max-len"]: 5000 is not allowed: use a whole number from 0 to 1000',
      expect.stringMatching(/^parameters\["maxmemory-policy"\]: "lru" is not allowed: use one of "volatile-lru", /),
      'parameters.timeout: "soon" is not allowed: use a whole number from 0 to 7200 (s)',
    ]);
  });

  test.each([
    ["a single node", { engineVersion: "6.0", cacheMode: "single" }, "repl-timeout", 60],
    ["a proxy cluster", { engineVersion: "5.0", cacheMode: "proxy" }, "timeout", 60],
    ["3.0", { engineVersion: "3.0", cacheMode: "ha" }, "multi-db", "yes"],
    ["a product", { engineVersion: "6.0", productId: "redis.single.xu1.large.2-h" }, "appendonly", "no"],
  ])("one that %s does not have is refused", (_, inputs, name, value) => {
    expect(lines(judgeByTable({ [name]: value }, inputs))).toEqual([
      expect.stringMatching(/is not offered for Redis .*: remove it$/),
    ]);
  });
});

test("A policy that came with 4.0 is refused on 3.0", () => {
  const policy = { "maxmemory-policy": "allkeys-lfu" };
  expect(judgeByTable(policy, ha)).toEqual([]);
  expect(judgeByTable(policy, { engineVersion: "3.0", cacheMode: "ha" })).toHaveLength(1);
});

describe("Of a cache that exists", () => {
  const entry = { param_id: "11", param_name: "maxclients", value_type: "Integer", value_range: "1000-10000" };

  test("its own limits count", () => {
    expect(judgeByList({ maxclients: 10_000 }, [entry])).toEqual([]);
    expect(lines(judgeByList({ maxclients: 20_000 }, [entry]))).toEqual([
      "parameters.maxclients: 20000 is not allowed: use a whole number from 1000 to 10000",
    ]);
  });

  test("a parameter that no documentation names is accepted if the cache has it", () => {
    const added = { param_id: "99", param_name: "brand-new", value_type: "Enum", value_range: "yes,no" };
    expect(judgeByList({ "brand-new": "yes" }, [added])).toEqual([]);
    expect(judgeByList({ "brand-new": "maybe" }, [added])).toHaveLength(1);
  });
});

test("A number and its text mean the same, and order means nothing", () => {
  const { same } = INSTANCE_ARGUMENTS.parameters;
  expect(same?.({ parameters: { a: 1, b: "2" } }, { parameters: { b: 2, a: "1" } })).toBe(true);
  expect(same?.({ parameters: { a: 1 } }, { parameters: { a: 2 } })).toBe(false);
});
