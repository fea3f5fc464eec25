import type { SchemaObject } from "ajv";
import { CURRENT, type Edition, type Mode, PRODUCTS_3_0, SEED, WINDOWS } from "./editions";
import { capacityIn, PROPERTIES, passwordRules } from "./schema-values";

// Every condition is positive: a value that is not known yet then matches none, and its rules wait until it is.
const has = (property: string, value: SchemaObject): SchemaObject => ({
  type: "object",
  required: [property],
  properties: { [property]: value },
});

const rule = (when: SchemaObject[], then: SchemaObject): SchemaObject => ({ if: { allOf: when }, then });

const must = (property: string, value: SchemaObject): SchemaObject => ({ properties: { [property]: value } });

// `false` as a schema refuses any value; as an object it can carry its remedy.
const refused = (remedy: string): SchemaObject => ({ not: {}, remedy });

const PRODUCT_OF_MODE: Readonly<Record<Mode, string>> = {
  single: "^OTC_DCS_SINGLE$|^dcs\\.single_node|^redis\\.single\\.",
  ha: "^OTC_DCS_MS$|^dcs\\.master_standby|^redis\\.ha\\.",
  cluster: "^OTC_DCS_CL$|^dcs\\.cluster|^redis\\.cluster\\.",
  proxy: "^redis\\.proxy\\.",
};

const modeIs = (...modes: Mode[]): SchemaObject => ({
  anyOf: modes.flatMap((mode) => [
    has("cacheMode", { const: mode }),
    has("productId", { type: "string", pattern: PRODUCT_OF_MODE[mode] }),
  ]),
});

const versionOf = (edition: Edition): SchemaObject => has("engineVersion", { enum: [...edition.versions] });

const editionRules = (edition: Edition): SchemaObject[] => {
  const version = versionOf(edition);
  return [
    rule([version], { properties: { password: { allOf: passwordRules(edition) } } }),
    rule([version, modeIs("single", "ha")], must("capacity", capacityIn(edition.nodeCapacities))),
    rule([version, modeIs("cluster", "proxy")], must("capacity", capacityIn(edition.clusterCapacities))),
    rule([version], must("capacity", capacityIn([...edition.nodeCapacities, ...edition.clusterCapacities]))),
    rule([version], must("cacheMode", { enum: [...edition.modes] })),
  ];
};

const onlyFrom4 = [
  "noPasswordAccess",
  "privateIp",
  "port",
  "renameCommands",
  "enableSsl",
  "enablePublicip",
  "publicipId",
  "enterpriseProjectId",
  "tags",
];

const seedRules: SchemaObject[] = [
  ...editionRules(SEED),
  rule([versionOf(SEED)], { required: ["securityGroupId", "password"] }),
  // Editions differ in what they call a product; only the service knows its numbers and specifications.
  rule(
    [versionOf(SEED), has("productId", { type: "string", pattern: "^(?!\\d{5}-|dcs\\.)" })],
    must("productId", { enum: Object.values(PRODUCTS_3_0) }),
  ),
  rule([versionOf(SEED)], {
    properties: Object.fromEntries(
      onlyFrom4.map((name) => [name, refused('is available only from engineVersion "4.0" on: remove it')]),
    ),
  }),
  rule([versionOf(SEED), modeIs("cluster")], {
    properties: {
      instanceBackupPolicy: refused("is available only for master/standby caches on 3.0: remove it, or use `ha`"),
    },
  }),
];

const currentRules: SchemaObject[] = [
  ...editionRules(CURRENT),
  rule([versionOf(CURRENT)], {
    properties: {
      securityGroupId: refused("has no effect from Redis 4.0 on (access is governed by the whitelist): remove it"),
      productId: {
        pattern: ".-h$|^\\d{5}-",
        remedy:
          'use "<spec_code>-h" such as "redis.ha.xu1.large.r2.2-h", or set `cacheMode` instead, which finds the product',
      },
    },
  }),
  rule([versionOf(CURRENT), has("noPasswordAccess", { const: true })], {
    properties: { password: refused("contradicts noPasswordAccess: true: keep one of the two") },
  }),
  // Spelt out rather than negated, so that a `noPasswordAccess` not known yet asks for nothing.
  rule([versionOf(CURRENT), { properties: { noPasswordAccess: { const: false } } }], {
    required: ["password"],
    remedy: "set it, or noPasswordAccess: true",
  }),
  rule([has("enablePublicip", { const: true })], { required: ["publicipId"] }),
];

// A version nobody offers is no reason to say nothing of the rest; one that is not known yet looks like no version.
const strange = has("engineVersion", {
  type: "string",
  pattern: "^\\d+(\\.\\d+)*$",
  not: { enum: [...SEED.versions, ...CURRENT.versions] },
});

const strangeRules: SchemaObject[] = [
  rule([strange], { properties: { password: { allOf: passwordRules(CURRENT) } } }),
  rule([strange], must("capacity", capacityIn([...CURRENT.nodeCapacities, ...CURRENT.clusterCapacities]))),
];

const modeRules: SchemaObject[] = [
  rule([modeIs("single")], {
    properties: {
      availableZones: { maxItems: 1, remedy: "a single node lives in exactly one zone" },
      instanceBackupPolicy: refused("is not available for single-node caches: remove it, or use `ha`"),
    },
  }),
  rule([modeIs("ha")], {
    properties: {
      availableZones: { maxItems: 2, remedy: "master and standby live in one or two zones" },
    },
  }),
];

// The last number of a spec code is its size: MB for tiny, GB for large.
const sizeRules: SchemaObject[] = [...new Set([...CURRENT.nodeCapacities, ...CURRENT.clusterCapacities])].map(
  (size) => {
    const written = size < 1 ? `tiny\\.(.*\\.)?${size === 0.125 ? 128 : size * 1024}` : `large\\.(.*\\.)?${size}`;
    return rule([has("productId", { type: "string", pattern: `\\.${written}-h$` })], {
      properties: { capacity: { const: size, remedy: `the product holds ${size} GB: its id and capacity must agree` } },
    });
  },
);

const windowRules: SchemaObject[] = Object.entries(WINDOWS).map(([begin, end]) =>
  rule([has("maintainBegin", { const: begin })], {
    properties: {
      maintainEnd: { const: end, remedy: `the window is four hours long: with ${begin} it ends at ${end}` },
    },
  }),
);

/** JSON Schema of the inputs of a DCS instance: plain data, the only statement of the rules. */
export const INSTANCE_SCHEMA: SchemaObject = {
  type: "object",
  additionalProperties: false,
  required: ["name", "engine", "engineVersion", "capacity", "vpcId", "subnetId", "availableZones"],
  properties: PROPERTIES,
  dependencies: { maintainBegin: ["maintainEnd"], maintainEnd: ["maintainBegin"] },
  allOf: [
    ...seedRules,
    ...currentRules,
    ...strangeRules,
    ...modeRules,
    ...sizeRules,
    ...windowRules,
    rule([has("cacheMode", {}), has("productId", {})], {
      properties: { productId: refused("says the same as cacheMode: keep one of the two") },
    }),
    {
      anyOf: [has("cacheMode", {}), has("productId", {})],
      subject: "cacheMode",
      remedy: "is required: set it to single, ha, cluster or proxy, or name a `productId` instead",
    },
  ],
};
