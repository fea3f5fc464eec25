import { runtime } from "@pulumi/pulumi";
import { driftLines, noticeLines, replacementLines } from "../../../provider/instance/announcements";
import { type Declared, difference as decide } from "../../../provider/instance/diff";
import type { InstanceInputs, InstanceOutputs } from "../../../provider/instance/types";
import { current, DAILY, POLICY, seed, without, ZONES } from "./support/inputs";

const state = (inputs: object): InstanceOutputs =>
  ({
    availableZoneIds: [ZONES[0]?.id, ZONES[1]?.id],
    availableZoneCodes: ["eu-de-01", "eu-de-02"],
    status: "RUNNING",
    ...inputs,
  }) as never;

const stored = (patch: object = {}) => state({ ...current(patch), productId: "redis.ha.xu1.large.r2.2-h" });

const held = (values: Declared) => ({ declared: new Set(Object.keys(values)), values });

/** What a program asks for whose last update declared everything that is in the state. */
const difference = (now: InstanceOutputs, declared: InstanceInputs) => decide(now, declared, held(now));

const none = { modified: [], replaced: [], drifted: [], recorded: [] };

describe("No change is", () => {
  test.each<[string, InstanceOutputs, object]>([
    ["the same program", stored(), current()],
    ["the zones in another order", stored(), current({ availableZones: ["eu-de-02", "eu-de-01"] })],
    ["a zone by id instead of code", stored(), current({ availableZones: ["eu-de-01", ZONES[1]?.id] })],
    ["3.0.7 read back for 3.0", state({ ...seed(), engineVersion: "3.0.7" }), seed()],
    ["the default window declared", stored(), current({ maintainBegin: "02:00:00", maintainEnd: "06:00:00" })],
    [
      "the default window not declared any more",
      stored({ maintainBegin: "02:00:00", maintainEnd: "06:00:00" }),
      current(),
    ],
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
    [
      "a manual policy left by one that was removed",
      stored({ instanceBackupPolicy: { ...POLICY, backupType: "manual" } }),
      current(),
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
    expect(difference(before, declared as never)).toEqual(none);
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
    ["the capacity upwards", { capacity: 4 }, ["capacity"]],
  ])("%s", (_, patch, modified) => {
    expect(difference(stored(), current(patch))).toEqual({ ...none, modified });
  });

  test("the security group of 3.0", () => {
    expect(difference(state(seed()), seed({ securityGroupId: seed().vpcId })).modified).toEqual(["securityGroupId"]);
  });

  test("an automatic backup that is not declared any more", () => {
    expect(difference(stored({ instanceBackupPolicy: POLICY }), current()).modified).toEqual(["instanceBackupPolicy"]);
  });
});

describe("A replacement is forced by", () => {
  test.each<[string, object]>([
    ["engineVersion", { engineVersion: "5.0" }],
    ["capacity", { capacity: 1 }],
    ["capacity", { capacity: runtime.unknownValue }],
    ["vpcId", { vpcId: current().subnetId }],
    ["subnetId", { subnetId: current().vpcId }],
    ["availableZones", { availableZones: ["eu-de-01"] }],
    ["cacheMode", { cacheMode: "single" }],
    ["port", { port: 6380 }],
    ["privateIp", { privateIp: "192.168.0.9" }],
    ["renameCommands", { renameCommands: { keys: "k" } }],
    ["enableSsl", { enableSsl: true }],
    ["region", { region: "eu-nl" }],
  ])("%s", (property, patch) => {
    expect(difference(stored(), current(patch))).toEqual({ ...none, replaced: [property] });
  });

  test("capacity between sizes below 1 GB, which the service does not extend to", () => {
    expect(difference(stored({ capacity: 0.125 }), current({ capacity: 0.25 })).replaced).toEqual(["capacity"]);
    expect(difference(stored({ capacity: 0.5 }), current({ capacity: 1 })).replaced).toEqual([]);
  });

  test("a password where there was none", () => {
    const open = { ...without(stored(), "password"), noPasswordAccess: true };
    expect(difference(open, current()).replaced).toEqual(["password", "noPasswordAccess"]);
  });

  test("another family of products, not by another size of the same", () => {
    const declared = (productId: string) => ({ ...without(current(), "cacheMode"), productId });
    expect(difference(stored(), declared("redis.ha.xu1.large.r3.2-h")).replaced).toEqual(["productId"]);
    expect(difference(stored(), declared("redis.ha.xu1.large.r2.4-h")).replaced).toEqual([]);
    expect(difference(stored(), declared("redis.ha.xu1.tiny.r2.512-h")).replaced).toEqual([]);
  });
});

test("A value that is not known yet counts as changed, nested too", () => {
  const zones = current({ availableZones: ["eu-de-01", runtime.unknownValue] });
  expect(difference(stored(), zones).replaced).toEqual(["availableZones"]);
  expect(difference(stored(), current({ description: runtime.unknownValue })).modified).toEqual(["description"]);
});

describe("Only recorded is", () => {
  test.each<[string, object, Declared, string[]]>([
    ["nothing of the same program", current(), {}, []],
    ["nothing of a default that is spelt out", current({ port: 6379 }), {}, []],
    ["a new timeout", current({ customTimeouts: { delete: "5m" } }), {}, ["customTimeouts"]],
    ["protection from deletion", current({ deletionProtection: true }), {}, ["deletionProtection"]],
    ["what was changed outside of Pulumi and is declared now", current(), { capacity: 1 }, ["capacity"]],
  ])("%s", (_, declared, values, recorded) => {
    expect(decide(stored(), declared as InstanceInputs, held({ ...stored(), ...values }))).toEqual({
      ...none,
      recorded,
    });
  });
});

describe("Preview says of a replacement", () => {
  test("that a capacity can only grow in place", () => {
    const [line] = replacementLines(stored({ capacity: 4 }), current(), ["capacity"]);
    expect(line).toContain("capacity 4 -> 2 replaces the cache: its data, backups and address are lost");
    expect(line).toContain("capacity can only grow in place");
  });

  test("what changes, what is lost, and the way round", () => {
    const [line] = replacementLines(stored({ privateIp: "192.168.0.7" }), current({ privateIp: "192.168.0.9" }), [
      "privateIp",
    ]);
    expect(line).toContain('cache "sessions": privateIp "192.168.0.7" -> "192.168.0.9" replaces the cache');
    expect(line).toContain("its data, backups and address are lost");
    expect(line).toContain("leave privateIp out");
  });

  test("that there is no cache for a while, unless another name lets both stand side by side", () => {
    const inOrder = (patch: object) => replacementLines(stored(), current({ port: 6380, ...patch }), ["port"]);
    expect(inOrder({})).toEqual([
      expect.stringMatching(/old cache is deleted before the new one is ordered, so there is no cache/),
    ]);
    expect(inOrder({ name: "carts" })).toEqual([expect.stringMatching(/new cache is created first/)]);
  });

  test("nothing of the passwords", () => {
    const [line] = replacementLines(stored(), current({ password: "Green_Kettle8" }), ["password"]);
    expect(line).toContain("[secret] -> [secret]");
    expect(line).not.toMatch(/Kettle/);
  });

  test("what is not known yet or not set in words", () => {
    const [line] = replacementLines(stored(), current({ privateIp: runtime.unknownValue }), ["privateIp"]);
    expect(line).toContain("(not set) -> (known after the update)");
  });
});

describe("Preview says of what is taken away", () => {
  test("that the service keeps a backup policy, made manual", () => {
    const [line, ...others] = noticeLines(stored({ instanceBackupPolicy: POLICY }), current(), [
      "instanceBackupPolicy",
    ]);
    expect(line).toMatch(/^cache "sessions": instanceBackupPolicy is no longer declared: .*made manual/);
    expect(others).toEqual([]);
  });

  test("that the maintenance window returns to the default", () => {
    const before = stored({ maintainBegin: "22:00:00", maintainEnd: "02:00:00" });
    expect(noticeLines(before, current(), ["maintainBegin", "maintainEnd"])).toEqual([
      expect.stringContaining("the window returns to the default, 02:00:00 to 06:00:00"),
    ]);
  });

  test("that a password will be changed and what to do then, as Pulumi shows nothing of it", () => {
    const [line] = noticeLines(stored(), current({ password: "Green_Kettle8" }), ["password"]);
    expect(line).toBe('cache "sessions": password will be changed; data and address stay; give clients the new one');
  });

  test("nothing of what is changed to another value", () => {
    expect(noticeLines(stored(), current({ instanceBackupPolicy: POLICY }), ["instanceBackupPolicy"])).toEqual([]);
  });
});

describe("Refresh tells of a cache that was changed outside", () => {
  const [then, now] = [stored({ description: "cart store" }), stored({ description: "changed" })];

  test("what was declared, what is there, and that the next up would change it back", () => {
    expect(driftLines(then, now, held(current({ description: "cart store" })))).toEqual([
      'cache "sessions": description was changed outside of Pulumi: "cart store" -> "changed". The next `pulumi up` would change it back, in place',
    ]);
  });

  test("that the next up would stop where only a replacement could change it back", () => {
    const larger = stored({ capacity: 4 });
    const line = 'cache "sessions": capacity was changed outside of Pulumi: 2 -> 4. The next `pulumi up` would';
    expect(driftLines(stored(), larger, held(current()))).toEqual([
      `${line} stop, because only a replacement could change it back: declare 4 to keep the cache`,
    ]);
    expect(driftLines(stored(), larger, held(current({ replaceOnDrift: true })))).toEqual([
      `${line} replace the cache, because replaceOnDrift is true`,
    ]);
  });

  test("again as long as it is not what the program declares", () => {
    expect(driftLines(now, now, held(current({ description: "cart store" })))).toHaveLength(1);
  });

  test("that what the program does not declare stays", () => {
    expect(driftLines(then, now, held(current()))).toEqual([expect.stringMatching(/does not declare it, so it stays/)]);
    expect(driftLines(now, now, held(current()))).toEqual([]);
  });

  test("that it is used without the declared password, and never shows that", () => {
    const lines = driftLines(stored(), stored({ noPasswordAccess: true }), {
      ...held(current()),
      values: stored({ noPasswordAccess: false }),
    });
    expect(lines).toEqual([expect.stringMatching(/noPasswordAccess was changed outside of Pulumi: false -> true/)]);
    expect(lines.join()).not.toMatch(/Kettle/);
  });

  test("nothing when it is untouched, or when nothing was known before", () => {
    expect(driftLines(stored(), stored(), held(current()))).toEqual([]);
    expect(driftLines({} as InstanceOutputs, stored(), held({}))).toEqual([]);
  });
});

describe("replaceOnChanges", () => {
  const policy = (saveDays: number) => ({ instanceBackupPolicy: { ...POLICY, saveDays } });
  const asked = (before: object, now: object, ...replaceOnChanges: string[]) =>
    difference(stored(before), current({ ...now, replaceOnChanges })).replaced;

  test("makes a change of a listed argument replace that could be made in place", () => {
    expect(asked({}, { description: "b" }, "description")).toEqual(["description"]);
    expect(asked({}, { description: "b" }, "*")).toEqual(["description"]);
    expect(asked({}, { description: "b" }, "tags")).toEqual([]);
  });

  test("looks at the one value that a path names", () => {
    expect(asked(policy(1), policy(7), "instanceBackupPolicy.saveDays")).toEqual(["instanceBackupPolicy"]);
    expect(asked(policy(1), policy(7), "instanceBackupPolicy.backupType")).toEqual([]);
  });

  test("is named as the reason", () => {
    const now = current({ description: "b", replaceOnChanges: ["description"] });
    expect(replacementLines(stored(), now, ["description"])).toEqual([
      expect.stringMatching(/description is listed in replaceOnChanges; take it off the list to keep the cache/),
    ]);
  });

  test("changes nothing by being set", () => {
    expect(difference(stored(), current({ replaceOnChanges: ["*"] }))).toEqual(none);
  });
});
