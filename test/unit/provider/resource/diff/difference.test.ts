import { runtime } from "@pulumi/pulumi";
import type { Values } from "../../../../../provider/resource/describe/argument";
import { current, DAILY, POLICY, seed, without, ZONES } from "../../../support/inputs";
import { difference } from "../../../support/kit";
import { held, state, stored } from "../../../support/states";

/** What a program asks for whose last update declared everything that is in the state. */
const asked = (now: Values, declared: object) => difference(now, declared, held(now));

const nothing = { modified: [], replaced: [], drifted: [], recorded: [] };

describe("No change is", () => {
  test.each<[string, Values, object]>([
    ["the same program", stored(), current()],
    ["the zones in another order", stored(), current({ availableZones: ["eu-de-02", "eu-de-01"] })],
    ["a zone by id instead of code", stored(), current({ availableZones: ["eu-de-01", ZONES[1]?.id] })],
    ["3.0.7 read back for 3.0", state({ ...seed(), engineVersion: "3.0.7" }), seed()],
    ["the default window declared", stored(), current({ maintainBegin: "02:00:00", maintainEnd: "06:00:00" })],
    ["an empty description for none", stored(), current({ description: "" })],
    ["the default port", stored(), current({ port: 6379 })],
    ["noPasswordAccess: false for none", stored(), current({ noPasswordAccess: false })],
    ["no tags for an empty list of tags", stored(), current({ tags: {} })],
    [
      "weekdays in another order",
      state(seed()),
      seed({
        instanceBackupPolicy: {
          ...DAILY,
          periodicalBackupPlan: { ...DAILY.periodicalBackupPlan, backupAt: [7, 5, 3, 1, 2, 4, 6] },
        },
      }),
    ],
    [
      "a time zone the service filled in",
      stored({
        instanceBackupPolicy: {
          ...POLICY,
          periodicalBackupPlan: { ...POLICY.periodicalBackupPlan, timezoneOffset: "GMT+01:00" },
        },
      }),
      current({ instanceBackupPolicy: POLICY }),
    ],
    ["an address the service chose", stored({ privateIp: "192.168.0.7" }), current()],
    ["ids in capitals", stored(), current({ vpcId: current().vpcId.toUpperCase() })],
    [
      "the product named instead of its mode",
      stored(),
      { ...without(current(), "cacheMode"), productId: "redis.ha.xu1.large.r2.2-h" },
    ],
    [
      "the spec code without its suffix",
      state({ ...stored(), productId: "redis.ha.xu1.large.r2.2" }),
      { ...without(current(), "cacheMode"), productId: "redis.ha.xu1.large.r2.2-h" },
    ],
    ["the 3.0 product by its spec code", state({ ...seed(), productId: "dcs.master_standby" }), seed()],
    [
      "another answer to a name conflict",
      stored(),
      current({ onNameConflict: "adopt", adoptInstanceId: current().vpcId }),
    ],
  ])("%s", (_, before, declared) => {
    expect(asked(before, declared)).toEqual(nothing);
  });
});

describe("Changed in place is", () => {
  test.each<[string, object, string[]]>([
    ["the name", { name: "carts" }, ["name"]],
    ["the description", { description: "carts" }, ["description"]],
    ["the window", { maintainBegin: "22:00:00", maintainEnd: "02:00:00" }, ["maintainBegin", "maintainEnd"]],
    ["the backup policy", { instanceBackupPolicy: POLICY }, ["instanceBackupPolicy"]],
    ["the tags", { tags: { team: "shop" } }, ["tags"]],
    ["the password", { password: "Green_Kettle8" }, ["password"]],
    ["a password that is not known yet", { password: runtime.unknownValue }, ["password"]],
    ["the port", { port: 6380 }, ["port"]],
    ["the names of commands", { renameCommands: { keys: "cachekeys" } }, ["renameCommands"]],
    ["the capacity upwards", { capacity: 4 }, ["capacity"]],
    ["the capacity downwards", { capacity: 1 }, ["capacity"]],
    ["the capacity to a fraction of a GB", { capacity: 0.25 }, ["capacity"]],
    [
      "a capacity that is not known yet, as both directions are possible",
      { capacity: runtime.unknownValue },
      ["capacity"],
    ],
    ["the number of nodes", { replicas: 3 }, ["replicas"]],
  ])("%s", (_, patch, modified) => {
    expect(asked(stored(), current(patch))).toEqual({ ...nothing, modified });
  });

  test("the security group of 3.0", () => {
    expect(asked(state(seed()), seed({ securityGroupId: seed().vpcId })).modified).toEqual(["securityGroupId"]);
  });

  test("an automatic backup that is not declared any more", () => {
    expect(asked(stored({ instanceBackupPolicy: POLICY }), current()).modified).toEqual(["instanceBackupPolicy"]);
  });
});

describe("A replacement is forced by", () => {
  test.each<[string, object]>([
    ["engineVersion", { engineVersion: "5.0" }],
    ["vpcId", { vpcId: current().subnetId }],
    ["subnetId", { subnetId: current().vpcId }],
    ["availableZones", { availableZones: ["eu-de-01"] }],
    ["cacheMode", { cacheMode: "single" }],
    ["privateIp", { privateIp: "192.168.0.9" }],
    ["region", { region: "eu-nl" }],
  ])("%s", (property, patch) => {
    expect(asked(stored(), current(patch))).toEqual({ ...nothing, replaced: [property] });
  });

  test.each<[string, number]>([
    ["a smaller size", 1],
    ["a fraction of a GB", 2.5],
  ])("%s of a 3.0 cache, which the service only extends", (_, capacity) => {
    expect(asked(state(seed()), seed({ capacity })).replaced).toEqual(["capacity"]);
  });

  test("another kind of product, not by more nodes or another size of the same kind", () => {
    const declared = (productId: string) => ({ ...without(current(), "cacheMode"), productId });
    expect(asked(stored(), declared("redis.single.xu1.large.2-h")).replaced).toEqual(["productId"]);
    expect(asked(stored(), declared("redis.ha.au1.large.r2.2-h")).replaced).toEqual(["productId"]);
    expect(asked(stored(), declared("redis.ha.xu1.large.r3.2-h"))).toMatchObject({ modified: ["productId"] });
    expect(asked(stored(), declared("redis.ha.xu1.large.r2.4-h")).replaced).toEqual([]);
    expect(asked(stored(), declared("redis.ha.xu1.tiny.r2.512-h")).replaced).toEqual([]);
  });
});

test("A value that is not known yet counts as changed, nested too", () => {
  const zones = current({ availableZones: ["eu-de-01", runtime.unknownValue] });
  expect(asked(stored(), zones).replaced).toEqual(["availableZones"]);
  expect(asked(stored(), current({ description: runtime.unknownValue })).modified).toEqual(["description"]);
});

test("An argument that is no longer declared is recorded as not managed, even if nothing changes", () => {
  const window = { maintainBegin: "02:00:00", maintainEnd: "06:00:00" };
  expect(asked(stored(window), current())).toEqual({ ...nothing, recorded: ["maintainBegin", "maintainEnd"] });
  const manual = { instanceBackupPolicy: { ...POLICY, backupType: "manual" } };
  expect(asked(stored(manual), current())).toEqual({ ...nothing, recorded: ["instanceBackupPolicy"] });
});

describe("Only recorded is", () => {
  test.each<[string, object, object, string[]]>([
    ["nothing of the same program", current(), {}, []],
    ["nothing of a default that is spelt out", current({ port: 6379 }), {}, []],
    ["a new timeout", current({ customTimeouts: { delete: "5m" } }), {}, ["customTimeouts"]],
    ["protection from deletion", current({ deletionProtection: true }), {}, ["deletionProtection"]],
    ["what was changed outside of Pulumi and is declared now", current(), { capacity: 1 }, ["capacity"]],
  ])("%s", (_, declared, values, recorded) => {
    expect(difference(stored(), declared, held({ ...stored(), ...values }))).toEqual({
      ...nothing,
      recorded,
    });
  });
});

describe("replaceOnChanges", () => {
  const policy = (saveDays: number) => ({ instanceBackupPolicy: { ...POLICY, saveDays } });
  const replaced = (before: object, now: object, ...replaceOnChanges: string[]) =>
    asked(stored(before), current({ ...now, replaceOnChanges })).replaced;

  test("makes a change of a listed argument replace that could be made in place", () => {
    expect(replaced({}, { description: "b" }, "description")).toEqual(["description"]);
    expect(replaced({}, { description: "b" }, "*")).toEqual(["description"]);
    expect(replaced({}, { description: "b" }, "tags")).toEqual([]);
  });

  test("looks at the one value that a path names", () => {
    expect(replaced(policy(1), policy(7), "instanceBackupPolicy.saveDays")).toEqual(["instanceBackupPolicy"]);
    expect(replaced(policy(1), policy(7), "instanceBackupPolicy.backupType")).toEqual([]);
  });

  test("changes nothing by itself", () => {
    expect(asked(stored(), current({ replaceOnChanges: ["*"] }))).toEqual(nothing);
  });
});

describe("Drift never replaces and is left to the user", () => {
  test("when the program also changes something that can be done in place", () => {
    const first = (capacity: number) => state(seed({ capacity }));
    const found = difference(first(16), seed({ capacity: 8 }), held(first(2)));
    expect(found).toMatchObject({ replaced: ["capacity"], drifted: ["capacity"] });
  });

  test("when the program removes the argument that was changed outside", () => {
    const found = difference(
      stored({ publicipId: current().vpcId }),
      current(),
      held(stored({ publicipId: current().subnetId })),
    );
    expect(found).toMatchObject({ replaced: ["publicipId"], drifted: ["publicipId"] });
  });

  test("when the program declares a password for a cache that somebody else gave one", () => {
    const given = { ...without(stored(), "password"), noPasswordAccess: false };
    const open = held({ ...without(stored(), "password"), noPasswordAccess: true });
    expect(difference(given, current(), open)).toMatchObject({ modified: ["password"], replaced: [] });
  });
});
