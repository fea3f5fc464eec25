import { runtime } from "@pulumi/pulumi";
import fc from "fast-check";
import { current, POLICY, seed, without } from "../../../support/inputs";
import { validate } from "../../../support/kit";

const unknown = runtime.unknownValue;

const paths = (inputs: object) => validate(inputs).map(({ property }) => property);
const planned = (plan: object) => ({
  instanceBackupPolicy: { ...POLICY, periodicalBackupPlan: { ...POLICY.periodicalBackupPlan, ...plan } },
});
const free = { noPasswordAccess: true };
const product = (productId: string, patch: object = {}) => ({
  ...without(current(patch), "cacheMode"),
  productId,
});

test("An unsupported version hides no other mistake", () => {
  const mistakes = paths(current({ engineVersion: "8.0", password: "short", capacity: 3 }));
  expect(mistakes.sort()).toEqual(["capacity", "engineVersion", "password"]);
});

describe("Preview accepts", () => {
  test.each<[string, object]>([
    ["the largest proxy cluster", current({ engineVersion: "6.0", cacheMode: "proxy", capacity: 2048 })],
    ["the specification's own request", seed()],
    [
      "a single node of 3.0",
      seed({ productId: "OTC_DCS_SINGLE", availableZones: ["eu-de-01"], instanceBackupPolicy: undefined }),
    ],
    ["a cluster of 3.0", seed({ productId: "OTC_DCS_CL", capacity: 512, instanceBackupPolicy: undefined })],
    ["a pair of 3.0 by its specification", seed({ productId: "dcs.master_standby-h" })],
    ["a product of 3.0 by the number an edition gives it", seed({ productId: "00301-30112-0--0" })],
    ["a product of 6.0 by the number an edition gives it", product("00601-60112-0--0")],
    ["a 3.0 password with a colon, a quote and brackets", seed({ password: "Blue:['7%\"]" })],
    ["a pair of 6.0 named by its mode", current()],
    ["a pair of 6.0 named by its product", product("redis.ha.xu1.large.r2.2-h")],
    ["a product id of three replicas", product("redis.ha.xu1.large.r3.2-h")],
    ["an eighth of a GB", product("redis.ha.xu1.tiny.r2.128-h", { capacity: 0.125 })],
    ["a cache without password", { ...without(current(), "password"), ...free }],
    ["a cache whose password-free access is switched off by name", current({ noPasswordAccess: false })],
    ["a cluster with a backup policy", current({ cacheMode: "cluster", capacity: 4, instanceBackupPolicy: POLICY })],
    [
      "a proxy cluster over three zones",
      current({ cacheMode: "proxy", capacity: 1024, availableZones: ["eu-de-01", "eu-de-02", "eu-de-03"] }),
    ],
    [
      "a backup in the last hour of the day, twelve hours west",
      current(planned({ beginAt: "23:00-24:00", timezoneOffset: "GMT-12:00" })),
    ],
    ["a policy that does not say how it backs up", current({ instanceBackupPolicy: without(POLICY, "backupType") })],
    ["a name that begins with a digit, on 7.0", current({ engineVersion: "7.0", name: "1abc" })],
    ["a name that begins with a digit, with a template", current({ templateId: "17", name: "1abc" })],
    [
      "a window of one hour over midnight, on 7.0",
      current({ engineVersion: "7.0", maintainBegin: "23:00:00", maintainEnd: "00:00:00" }),
    ],
    [
      "a window of four hours, on 7.0",
      current({ engineVersion: "7.0", maintainBegin: "22:00:00", maintainEnd: "02:00:00" }),
    ],
    ["a description of 1,024 symbols", current({ description: "\u{1F9CA}".repeat(1024) })],
    [
      "the V1 arguments",
      current({
        privateIp: "192.168.0.7",
        port: 6380,
        renameCommands: { keys: "cachekeys" },
        enableSsl: true,
        tags: { team: "shop", größe: "" },
      }),
    ],
    [
      "a public address with its id",
      current({ enablePublicip: true, publicipId: "27d99e17-42f2-4751-818f-5c8c6c03ff15" }),
    ],
    ["durations for the steps", current({ customTimeouts: { create: "1h30m", delete: "90s" } })],
  ])("%s", (_, inputs) => {
    expect(validate(inputs)).toEqual([]);
  });
});

describe("Preview reports with the property and the remedy", () => {
  test.each<[string, object, string, RegExp]>([
    [
      "a name that begins with a digit",
      current({ name: "1abc" }),
      "name",
      /"1abc".*starting with a letter.*set `name`/,
    ],
    ...["8.0", "3.2", "60", "6"].map((engineVersion): [string, object, string, RegExp] => [
      `version ${engineVersion}, which nobody offers, without a guess`,
      current({ engineVersion }),
      "engineVersion",
      new RegExp(
        `^"${engineVersion}" is not allowed: use one of the versions on offer: "4\\.0", "5\\.0", "6\\.0", "7\\.0"$`,
      ),
    ]),
    ["a missing edition", without(current(), "engineVersion"), "engineVersion", /is required: set it/],
    ["an engine in lower case", current({ engine: "redis" }), "engine", /did you mean "Redis"\?/],
    ["a capacity between two sizes", current({ capacity: 3 }), "capacity", /3 is not allowed.*nearest: 2 or 4/],
    ["a fraction of a GB for 3.0", seed({ capacity: 0.5 }), "capacity", /0\.5.*nearest: 2/],
    [
      "a small cluster of 3.0",
      seed({ productId: "OTC_DCS_CL", capacity: 32, instanceBackupPolicy: undefined }),
      "capacity",
      /64, 128, 256, 512/,
    ],
    [
      "a capacity in MB",
      current({ capacity: 2048 }),
      "capacity",
      /^2048 is not allowed: use one of 0\.125, .*64; capacity is in GB: did you mean 2\?$/,
    ],
    [
      "a proxy cluster of 2,048 GB before 6.0",
      current({ engineVersion: "5.0", cacheMode: "proxy", capacity: 2048 }),
      "capacity",
      /^2048 is not allowed.*1024/,
    ],
    [
      "a Redis cluster of 2,048 GB",
      current({ engineVersion: "6.0", cacheMode: "cluster", capacity: 2048 }),
      "capacity",
      /^2048 is not allowed.*1024/,
    ],
    ["a fraction of a GB in MB", current({ capacity: 256 }), "capacity", /; capacity is in GB: did you mean 0\.25\?$/],
    ["a capacity of 3.0 in MB", seed({ capacity: 4096 }), "capacity", /; capacity is in GB: did you mean 4\?$/],
    ["MB that are no size in GB", current({ capacity: 3072 }), "capacity", /64; nearest: 64$/],
    ["a capacity in a text", current({ capacity: "2" }), "capacity", /wrong type: a number is needed$/],
    ["a capacity that is not the product's", product("redis.ha.xu1.large.r2.4-h"), "capacity", /holds 4 GB/],
    ["a capacity that ends like the product's", product("redis.ha.xu1.large.r2.32-h"), "capacity", /holds 32 GB/],
    [
      "a GB where the product has megabytes",
      product("redis.ha.xu1.tiny.r2.256-h", { capacity: 2 }),
      "capacity",
      /holds 0\.25 GB/,
    ],
    [
      "a missing password",
      without(current(), "password"),
      "password",
      /^is required: set it, or noPasswordAccess: true$/,
    ],
    ["3.0 without password", without(seed(), "password"), "password", /^is required: set it$/],
    ["a password beside password-free access", current(free), "password", /contradicts noPasswordAccess/],
    [
      "a percent sign in a password of 6.0",
      current({ password: "Blue%Kettle7" }),
      "password",
      /special characters only/,
    ],
    ["a semicolon in a password of 3.0", seed({ password: "Blue;Kettle7" }), "password", /special characters only/],
    ["a 3.0 password of 33 characters", seed({ password: `Aa1${"x".repeat(30)}` }), "password", /8 to 32 characters/],
    ["a plain password", current({ password: "bluekettle7" }), "password", /at least three of/],
    [
      "a password of five letters once, with the special characters that are allowed",
      current({ password: "redis" }),
      "password",
      /^the given password \(not shown\) is not valid: use 8 to 64 characters; mix at least three of: lower-case letters, upper-case letters, digits, special characters \(`~!@#\$\^&\*\(\)-_=\+\\\|\{\},<\.>\/\?\)$/,
    ],
    [
      "a plain password with a percent sign, the special characters once",
      current({ password: "blue%kettle" }),
      "password",
      /^[^~]*these special characters only: `~[^~]*; mix at least three of: [^~]*$/,
    ],
    [
      "zones in a text once, with how a list is written",
      current({ availableZones: "eu-de-01, eu-de-02" }),
      "availableZones",
      /^"eu-de-01, eu-de-02" has the wrong type: a list is needed, such as \["eu-de-01","eu-de-02"\] \(name at least one zone, each once\)$/,
    ],
    ["zones in an empty text", current({ availableZones: "" }), "availableZones", /: a list is needed \(name at least/],
    [
      "a weekday that is no list",
      current(planned({ backupAt: 3 })),
      "instanceBackupPolicy.periodicalBackupPlan.backupAt",
      /^3 has the wrong type: a list is needed, such as \[3\] \(list each weekday once/,
    ],
    ["a VPC by name", current({ vpcId: "my-vpc" }), "vpcId", /UUID/],
    ["3.0 without security group", without(seed(), "securityGroupId"), "securityGroupId", /is required/],
    [
      "a security group from 4.0 on",
      current({ securityGroupId: seed().securityGroupId }),
      "securityGroupId",
      /no effect.*whitelist.*remove it/,
    ],
    ["no zone", current({ availableZones: [] }), "availableZones", /at least one zone/],
    ["a zone twice", current({ availableZones: ["eu-de-01", "eu-de-01"] }), "availableZones[1]", /repeats entry \[0\]/],
    [
      "a zone in capitals",
      current({ availableZones: ["eu-de-01", "EU-DE-02"] }),
      "availableZones[1]",
      /code such as "eu-de-01"/,
    ],
    ["two zones for a single node", current({ cacheMode: "single" }), "availableZones", /exactly one zone/],
    [
      "three zones for a pair",
      current({ availableZones: ["eu-de-01", "eu-de-02", "eu-de-03"] }),
      "availableZones",
      /one or two zones/,
    ],
    ["neither mode nor product", without(current(), "cacheMode"), "cacheMode", /is required.*productId/],
    ["mode and product", current({ productId: "redis.ha.xu1.large.r2.2-h" }), "productId", /keep one of the two/],
    ["a product without its suffix", product("redis.ha.xu1.large.r2.2"), "productId", /<spec_code>-h/],
    ["a mistyped product of 3.0", seed({ productId: "OTC_DCS_MSS" }), "productId", /did you mean "OTC_DCS_MS"/],
    ["today's product for 3.0", seed({ productId: "redis.ha.xu1.large.r2.2-h" }), "productId", /OTC_DCS_MS/],
    [
      "a proxy for 3.0",
      without(seed({ cacheMode: "proxy", capacity: 64, instanceBackupPolicy: undefined }), "productId"),
      "cacheMode",
      /not allowed/,
    ],
    [
      "a policy for a single node",
      current({ cacheMode: "single", availableZones: ["eu-de-01"], instanceBackupPolicy: POLICY }),
      "instanceBackupPolicy",
      /not available for single-node/,
    ],
    [
      "a policy for a cluster of 3.0",
      seed({ productId: "OTC_DCS_CL", capacity: 64 }),
      "instanceBackupPolicy",
      /available only for master\/standby caches/,
    ],
    [
      "a policy without plan",
      current({ instanceBackupPolicy: without(POLICY, "periodicalBackupPlan") }),
      "instanceBackupPolicy.periodicalBackupPlan",
      /is required/,
    ],
    [
      "a policy without days",
      current({ instanceBackupPolicy: without(POLICY, "saveDays") }),
      "instanceBackupPolicy.saveDays",
      /is required/,
    ],
    [
      "eight days",
      current({ instanceBackupPolicy: { ...POLICY, saveDays: 8 } }),
      "instanceBackupPolicy.saveDays",
      /1 to 7 days/,
    ],
    [
      "an eighth weekday",
      current(planned({ backupAt: [1, 2, 8] })),
      "instanceBackupPolicy.periodicalBackupPlan.backupAt[2]",
      /1 \(Monday\) to 7/,
    ],
    [
      "a backup of half hours",
      current(planned({ beginAt: "00:30-01:30" })),
      "instanceBackupPolicy.periodicalBackupPlan.beginAt",
      /one full hour/,
    ],
    [
      "an offset beyond twelve hours",
      current(planned({ timezoneOffset: "GMT+12:30" })),
      "instanceBackupPolicy.periodicalBackupPlan.timezoneOffset",
      /GMT-12:00/,
    ],
    ["half a window", current({ maintainBegin: "22:00:00" }), "maintainEnd", /together with maintainBegin/],
    [
      "a window start without seconds",
      current({ maintainBegin: "02:00", maintainEnd: "06:00:00" }),
      "maintainBegin",
      /did you mean "02:00:00"\?/,
    ],
    [
      "a window of two hours",
      current({ maintainBegin: "22:00:00", maintainEnd: "06:00:00" }),
      "maintainEnd",
      /ends at 02:00:00/,
    ],
    [
      "a window of one hour for 6.0",
      current({ maintainBegin: "22:00:00", maintainEnd: "23:00:00" }),
      "maintainEnd",
      /"23:00:00" is not allowed/,
    ],
    [
      "a window of two hours for 7.0",
      current({ engineVersion: "7.0", maintainBegin: "22:00:00", maintainEnd: "00:00:00" }),
      "maintainEnd",
      /with 22:00:00 the window ends at 23:00:00 or 02:00:00/,
    ],
    ["a port for 3.0", seed({ port: 6380 }), "port", /available only from engineVersion "4.0" on: remove it/],
    ["a public address without id", current({ enablePublicip: true }), "publicipId", /is required/],
    [
      "a command that cannot be renamed",
      current({ renameCommands: { scann: "s" } }),
      "renameCommands.scann",
      /did you mean scan\?/,
    ],
    ["a tag of the system", current({ tags: { _sys_a: "b" } }), "tags", /not starting with "_sys_"/],
    ["a duration without unit", current({ customTimeouts: { create: "30" } }), "customTimeouts.create", /"30m"/],
    [
      "an unknown argument",
      current({ zzzzzzzzzzzz: 1 }),
      "zzzzzzzzzzzz",
      /is not an argument: use one of name, description, /,
    ],
  ])("%s", (_, inputs, property, reason) => {
    expect(validate(inputs)).toEqual([{ property, reason: expect.stringMatching(reason) }]);
  });

  test("a misspelt argument once, and its value under the name that was meant", () => {
    const inputs = { ...without(current(), "engineVersion"), enginVersion: "8.0" };
    expect(validate(inputs)).toEqual([
      { property: "enginVersion", reason: "is not an argument: did you mean engineVersion?" },
      { property: "engineVersion", reason: expect.stringContaining('"8.0" is not allowed') },
    ]);
  });

  test("eleven mistakes at once", () => {
    const mistakes = {
      name: "1",
      description: "x".repeat(1025),
      engine: "redis",
      capacity: 3,
      password: "short",
      vpcId: "v",
      subnetId: "s",
      availableZones: ["nowhere"],
      maintainBegin: "03:00:00",
      maintainEnd: "07:00:00",
      port: 0,
    };
    expect(new Set(paths(current(mistakes)).map((path) => path.split("[")[0]))).toEqual(new Set(Object.keys(mistakes)));
  });

  test("what is wrong with a password without showing it", () => {
    const secret = "hunter2hunter2";
    for (const edition of [current, seed]) {
      expect(JSON.stringify(validate(edition({ password: secret })))).not.toContain(secret);
    }
    expect(JSON.stringify(validate(current({ password: 83746512 })))).not.toContain("83746512");
    expect(JSON.stringify(validate(current({ password: secret, ...free })))).not.toContain(secret);
    expect(JSON.stringify(validate({ ...without(current(), "password"), pasword: secret }))).not.toContain(secret);
  });
});

/** Every place of a value, e.g. `["instanceBackupPolicy", "saveDays"]`. */
function placesOf(value: unknown, at: string[] = []): string[][] {
  const inner =
    value !== null && typeof value === "object"
      ? Object.entries(value).flatMap(([key, entry]) => placesOf(entry, [...at, key]))
      : [];
  return at.length === 0 ? inner : [at, ...inner];
}

function hidden(value: unknown, [first, ...rest]: readonly string[]): unknown {
  if (first === undefined || value === null || typeof value !== "object") return unknown;
  const entry = (value as Record<string, unknown>)[first];
  if (Array.isArray(value)) return value.map((old, at) => (String(at) === first ? hidden(entry, rest) : old));
  return { ...value, [first]: hidden(entry, rest) };
}

const rich = current({
  ...planned({ timezoneOffset: "GMT+01:00" }),
  description: "cart store",
  noPasswordAccess: false,
  maintainBegin: "22:00:00",
  maintainEnd: "02:00:00",
  privateIp: "192.168.0.7",
  port: 6380,
  renameCommands: { keys: "cachekeys" },
  enableSsl: true,
  enablePublicip: true,
  publicipId: "27d99e17-42f2-4751-818f-5c8c6c03ff15",
  enterpriseProjectId: "0",
  tags: { team: "shop" },
});

const broken = {
  ...without(rich, "engineVersion"),
  enginVersion: "6.0",
  name: "1",
  capacity: 3,
  availableZones: ["eu-de-01", "nowhere", "eu-de-01"],
  maintainEnd: "06:00:00",
  port: 0,
  instanceBackupPolicy: {
    saveDays: 9,
    backupType: "daily",
    periodicalBackupPlan: { beginAt: "1", periodType: "daily", backupAt: [0, 8, 8], timezoneOffset: "UTC" },
  },
};

describe("A value that is not known yet", () => {
  const inputsAndPlaces = fc
    .constantFrom<object>(rich, seed(), product("redis.ha.xu1.large.r2.2-h"), broken)
    .chain((inputs) => fc.tuple(fc.constant(inputs), fc.subarray(placesOf(inputs))));

  test("never adds a failure, wherever it stands", () => {
    fc.assert(
      fc.property(inputsAndPlaces, ([inputs, places]) => {
        const before = paths(inputs);
        const after = paths(places.reduce<unknown>(hidden, inputs) as object);
        expect(after.filter((path) => !before.includes(path))).toEqual([]);
      }),
      { seed: 20_261_124, numRuns: 1_000 },
    );
  });

  test.each<[string, object, string]>([
    ["mode: no edition sells 3 GB", current({ cacheMode: unknown, capacity: 3 }), "capacity"],
    [
      "edition: a product has the capacity in its name",
      product("redis.ha.xu1.large.r2.4-h", { engineVersion: unknown }),
      "capacity",
    ],
    ["edition: a single node has one zone", current({ engineVersion: unknown, cacheMode: "single" }), "availableZones"],
    ["zone: another one is no zone", current({ availableZones: [unknown, "nowhere"] }), "availableZones[1]"],
    [
      "zone: two others are the same",
      current({ cacheMode: "cluster", capacity: 4, availableZones: ["eu-de-01", "eu-de-01", unknown, unknown] }),
      "availableZones[1]",
    ],
    [
      "weekday: another one does not exist",
      current(planned({ backupAt: [unknown, 8] })),
      "instanceBackupPolicy.periodicalBackupPlan.backupAt[1]",
    ],
    [
      "hour of backup: the days are too many",
      current({ instanceBackupPolicy: { ...planned({ beginAt: unknown }).instanceBackupPolicy, saveDays: 8 } }),
      "instanceBackupPolicy.saveDays",
    ],
    [
      "window start: no window ends at three",
      current({ maintainBegin: unknown, maintainEnd: "03:00:00" }),
      "maintainEnd",
    ],
    ["password: the edition is none", current({ password: unknown, engineVersion: "8.0" }), "engineVersion"],
    ["under a misspelt name: the name is wrong", { ...without(current(), "vpcId"), vpcID: unknown }, "vpcID"],
  ])("leaves the other rules in force; unknown %s", (_, inputs, property) => {
    expect(paths(inputs)).toEqual([property]);
  });

  test("asks for no password while it may turn out that none is needed", () => {
    expect(validate({ ...without(current(), "password"), noPasswordAccess: unknown })).toEqual([]);
  });
});
