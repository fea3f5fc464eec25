import fc from "fast-check";
import { templates } from "../../../emulator/catalogue/templates";
import { KINDS } from "./kinds";
import { someParameters } from "./parameters";
import { type Arguments, weekdays, ZONE_CODES, ZONE_IDS } from "./sound-inputs";
import { someWhitelists } from "./whitelists";

export type Change = (inputs: Arguments) => Arguments;

const set = (property: string, value: unknown): Change => {
  return (inputs) => ({ ...inputs, [property]: value });
};

export const drop = (...properties: string[]): Change => {
  return (inputs) => Object.fromEntries(Object.entries(inputs).filter(([key]) => !properties.includes(key)));
};

const anyOf = (property: string, ...values: unknown[]) =>
  fc.constantFrom(...values).map((value) => set(property, value));

const ids = ["27d99e17-42f2-4751-818f-5c8c6c03ff15", "27d99e17", "27d99e1742f24751818f5c8c6c03ff15", 7, "vpc-1"];
const SOLD_OUT = ["eu-de-04", "4f0d63e2c8a1597bae32d5f9a7b81c46"];

const plan = { beginAt: "00:00-01:00", periodType: "weekly", backupAt: [1, 3, 5] };
const policy = (values: object) => set("instanceBackupPolicy", { saveDays: 3, periodicalBackupPlan: plan, ...values });
const planned = (values: object) => policy({ periodicalBackupPlan: { ...plan, ...values } });

const passwordText = fc
  .array(fc.constantFrom(..."abAB01!%:[;' \u00e9~-\\^]"), { minLength: 6, maxLength: 34 })
  .map((all) => all.join(""));

// Only 3.0 takes a security group; what later editions do with one is in the table of what is left out.
const onlyOn = (version: string, change: Change): Change => {
  return (inputs) => (inputs.engineVersion === version ? change(inputs) : inputs);
};

const product = (value: unknown): Change => {
  return (inputs) => ({ ...drop("cacheMode")(inputs), productId: value });
};

const mode = (value: unknown): Change => {
  return (inputs) => ({ ...drop("productId")(inputs), cacheMode: value });
};

// The service has no field for the number of nodes: it is a part of the product that is looked up for a mode.
const nodes = fc.constantFrom<unknown>(0, 1, 2, 3, 5, 6, 7, 2.5).map((replicas): Change => {
  return (inputs) => ({ ...inputs, replicas });
});

const zoneLists = fc
  .array(fc.constantFrom(...ZONE_CODES, ...ZONE_IDS, ...SOLD_OUT, "eu-de-09", "eu-nl-01", "EU-DE-01"), { maxLength: 4 })
  .map((zones) => set("availableZones", zones));

const parameters = someParameters.map((values) => set("parameters", values));
const whitelists = someWhitelists.map((groups) => set("whitelist", groups));

/** One change each; most of them break a rule, some by chance do not. */
export const changes: ReadonlyArray<fc.Arbitrary<Change>> = [
  anyOf("name", "abc", "abcd", "a".repeat(64), "a".repeat(65), "1abcd", "a bcd", "a-_1", "caché", "-abc", 7, "abcd\n"),
  fc
    .constantFrom("name", "engine", "engineVersion", "capacity", "vpcId", "subnetId", "availableZones")
    .map((p) => drop(p)),
  fc.constant(drop("password", "noPasswordAccess")),
  fc.constant(drop("cacheMode", "productId")),
  anyOf("description", "x".repeat(1024), "x".repeat(1025), "\u{1F9CA}".repeat(1025), "", 'a "quoted" \\ text', 7),
  anyOf("engine", "redis", "Memcached", "REDIS", 1),
  fc.constantFrom<unknown>("3.0", "4.0", "5.0", "6.0", "7.0", "2.8", "6", 6).map((version) => {
    return (inputs: Arguments) => ({ ...drop("securityGroupId")(inputs), engineVersion: version });
  }),
  anyOf("capacity", 0.125, 0.25, 0.5, 1, 2, 3, 4, 8, 24, 48, 64, 96, 128, 512, 1024, 0, -2, 1.5, "2", "large"),
  passwordText.map((text) => set("password", text)),
  anyOf(
    "password",
    "Aa1aaaaa",
    "Aa1aaaa",
    `Aa1${"x".repeat(29)}`,
    `Aa1${"x".repeat(30)}`,
    `Aa1${"x".repeat(62)}`,
    12345678,
  ),
  anyOf("noPasswordAccess", true, false, "yes", 1),
  anyOf("vpcId", ...ids),
  anyOf("subnetId", ...ids),
  fc
    .constantFrom(...ids, undefined)
    .map((id) => onlyOn("3.0", id === undefined ? drop("securityGroupId") : set("securityGroupId", id))),
  zoneLists,
  anyOf("availableZones", ["eu-de-01", ZONE_IDS[0]], ["eu-de-01", "eu-de-01"], [], [7], ZONE_CODES),
  fc.constantFrom(...KINDS).map((kind) => product(kind.product)),
  fc
    .constantFrom<unknown>(
      "OTC_DCS_SINGLE",
      "OTC_DCS_MS",
      "OTC_DCS_CL",
      "OTC_DCS_XL",
      "redis.ha.xu1.large.r2.2",
      "redis.ha.xu1.large.r2.3-h",
      "redis.ha.xu1.large.p2.8-h",
      "redis.ha.xu1.large.r9.2-h",
      7,
    )
    .map(product),
  fc.constant((inputs) => ({
    ...product("redis.ha.xu1.large.p2.8-h")(inputs),
    capacity: 8,
    availableZones: ["eu-de-01"],
  })),
  nodes,
  parameters,
  parameters,
  parameters,
  whitelists,
  whitelists,
  anyOf("enableWhitelist", true, false, "yes", 1),
  anyOf("templateId", ...templates.map(({ id }) => id)),
  anyOf("templateId", "default", "6.0", "27d99e17", 7),
  fc.constantFrom<unknown>("single", "ha", "cluster", "proxy", "cluster ", "HA", "ha_rw_split").map(mode),
  fc.constantFrom<unknown>(0, 1, 7, 8, 1.5, "3", undefined).map((saveDays) => policy({ saveDays })),
  fc.constantFrom<unknown>("auto", "manual", "daily", 1).map((backupType) => policy({ backupType })),
  fc
    .constantFrom<unknown>(
      "00:00-01:00",
      "23:00-24:00",
      "23:00-00:00",
      "00:00-02:00",
      "00:30-01:30",
      "24:00-01:00",
      "0:00-1:00",
      3,
    )
    .map((beginAt) => planned({ beginAt })),
  fc.constantFrom<unknown>("weekly", "daily", "Weekly", 1).map((periodType) => planned({ periodType })),
  weekdays.map((backupAt) => planned({ backupAt })),
  fc
    .constantFrom<unknown>([], [0], [8], [1, 1], ["1"], [1.5], [1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 7, 7])
    .map((backupAt) => planned({ backupAt })),
  fc
    .constantFrom<unknown>(
      "GMT+12:00",
      "GMT-12:00",
      "GMT+12:30",
      "GMT+13:00",
      "GMT+1:00",
      "UTC+01:00",
      "GMT–01:00",
      "GMT+05:60",
      1,
    )
    .map((timezoneOffset) => planned({ timezoneOffset })),
  fc
    .tuple(
      fc.constantFrom("22:00:00", "02:00:00", "23:00:00", "22:00", "22:30:00", undefined),
      fc.constantFrom("02:00:00", "06:00:00", "03:00:00", "00:00:00", "23:00:00", "24:00:00", undefined),
    )
    .map(([begin, end]) => {
      return (inputs: Arguments) => ({
        ...drop("maintainBegin", "maintainEnd")(inputs),
        ...(begin === undefined ? {} : { maintainBegin: begin }),
        ...(end === undefined ? {} : { maintainEnd: end }),
      });
    }),
  anyOf("privateIp", "192.168.0.7", "192.168.0.256", "192.168.0", "fe80::1", "192.168.0.7.", 7),
  anyOf("port", 1, 6379, 65535, 65536, 0, -1, 6379.5),
  anyOf("renameCommands", { keys: "k" }, { get: "g" }, { keys: "" }, { keys: "two words" }, { scan: 7 }, {}),
  anyOf("enableSsl", true, false, "yes", 1),
  fc.constantFrom<unknown>(true, false, "yes").map((value) => {
    return (inputs: Arguments) => ({ ...drop("publicipId")(inputs), enablePublicip: value });
  }),
  anyOf("publicipId", ...ids),
  anyOf("enterpriseProjectId", "0", "27d99e17-42f2-4751-818f-5c8c6c03ff15", 7),
  anyOf(
    "tags",
    { team: "shop" },
    { _sys_team: "shop" },
    { "": "x" },
    { ["k".repeat(36)]: "v".repeat(43) },
    { ["k".repeat(37)]: "v" },
    { k: "v".repeat(44) },
    { "k/": "v" },
    { k: "v/" },
    { " k": "v" },
    { "k ": "v" },
    { größe: "ä" },
    { "k\u00b2": "v" },
    { k: "\u00bd" },
    { k: 7 },
    Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`k${n}`, "v"])),
    Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`k${n}`, "v"])),
  ),
];
