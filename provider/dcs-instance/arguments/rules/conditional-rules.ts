import type { SchemaObject } from "ajv";
import { EDITION_3, EDITION_4, type Edition, type Mode, WINDOWS } from "../../values/editions";
import { PRODUCT_IDS_OF_3, PRODUCT_PATTERNS } from "../../values/product-code";
import { INSTANCE_ARGUMENTS } from "../rows/instance-arguments";
import { passwordRules } from "./password-rules";
import { sizeRulesBy } from "./size-rules";

// Every condition is positive. An unknown value matches none, so its rules wait until the value is known.
const has = (property: string, value: SchemaObject): SchemaObject => ({
  type: "object",
  required: [property],
  properties: { [property]: value },
});

const rule = (when: SchemaObject[], then: SchemaObject): SchemaObject => ({ if: { allOf: when }, then });

const must = (property: string, value: SchemaObject): SchemaObject => ({ properties: { [property]: value } });

// Refuses any value, like the schema `false`, but with a remedy.
const refused = (remedy: string): SchemaObject => ({ not: {}, remedy });

/** A size of a cache. */
const capacityIn = (sizes: Iterable<number>): SchemaObject => ({
  enum: [...new Set(sizes)],
  unit: { words: "capacity is in GB", of: 1024 },
});

const modeIs = (...modes: Mode[]): SchemaObject => ({
  anyOf: modes.flatMap((mode) => [
    has("cacheMode", { const: mode }),
    has("productId", { type: "string", pattern: PRODUCT_PATTERNS[mode] }),
  ]),
});

const isOf = (edition: Edition): SchemaObject => has("engineVersion", { enum: [...edition.versions] });

const editionRules = (edition: Edition): SchemaObject[] => {
  const version = isOf(edition);
  return [
    rule([version], { properties: { password: { allOf: passwordRules(edition) } } }),
    rule([version, modeIs("single", "ha")], must("capacity", capacityIn(edition.nodeCapacities))),
    rule([version, modeIs("cluster", "proxy")], must("capacity", capacityIn(edition.clusterCapacities))),
    rule([version], must("capacity", capacityIn([...edition.nodeCapacities, ...edition.clusterCapacities]))),
    rule([version], must("cacheMode", { enum: [...edition.modes] })),
  ];
};

const onlyFrom4 = Object.entries(INSTANCE_ARGUMENTS)
  .filter(([, { since }]) => since === "4.0")
  .map(([name]) => name);

const rulesOf3: SchemaObject[] = [
  ...editionRules(EDITION_3),
  rule([isOf(EDITION_3)], { required: ["securityGroupId", "password"] }),
  // Editions name products in different ways. Only the service knows its product numbers and specifications.
  rule(
    [isOf(EDITION_3), has("productId", { type: "string", pattern: "^(?!\\d{5}-|dcs\\.)" })],
    must("productId", { enum: [...PRODUCT_IDS_OF_3] }),
  ),
  rule([isOf(EDITION_3)], {
    properties: Object.fromEntries(
      onlyFrom4.map((name) => [name, refused('is available only from engineVersion "4.0" on: remove it')]),
    ),
  }),
  rule([isOf(EDITION_3), modeIs("cluster")], {
    properties: {
      instanceBackupPolicy: refused("is available only for master/standby caches on 3.0: remove it, or use `ha`"),
    },
  }),
];

const rulesFrom4: SchemaObject[] = [
  ...editionRules(EDITION_4),
  rule([isOf(EDITION_4)], {
    properties: {
      securityGroupId: refused("has no effect from Redis 4.0 on (access is governed by the whitelist): remove it"),
      productId: {
        pattern: ".-h$|^\\d{5}-",
        remedy:
          'use "<spec_code>-h" such as "redis.ha.xu1.large.r2.2-h", or set `cacheMode` instead, which finds the product',
      },
    },
  }),
  rule([isOf(EDITION_4), has("noPasswordAccess", { const: true })], {
    properties: { password: refused("contradicts noPasswordAccess: true: keep one of the two") },
  }),
  // The condition is not a negation, so that an unknown `noPasswordAccess` requires nothing.
  rule([isOf(EDITION_4), { properties: { noPasswordAccess: { const: false } } }], {
    required: ["password"],
    remedy: "set it, or noPasswordAccess: true",
  }),
  rule([has("enablePublicip", { const: true })], { required: ["publicipId"] }),
];

// An unsupported version must not hide other mistakes. The pattern excludes a value that is not known yet.
const unsupportedVersion = has("engineVersion", {
  type: "string",
  pattern: "^\\d+(\\.\\d+)*$",
  not: { enum: [...EDITION_3.versions, ...EDITION_4.versions] },
});

const rulesOfUnknownVersions: SchemaObject[] = [
  rule([unsupportedVersion], { properties: { password: { allOf: passwordRules(EDITION_4) } } }),
  rule(
    [unsupportedVersion],
    must("capacity", capacityIn([...EDITION_4.nodeCapacities, ...EDITION_4.clusterCapacities])),
  ),
];

const modeRules: SchemaObject[] = [
  rule([modeIs("single")], {
    properties: {
      availableZones: { maxItems: 1, remedy: "a single node lives in exactly one zone" },
      instanceBackupPolicy: refused("is not available for single-node caches: remove it, or use `ha`"),
    },
  }),
  rule([modeIs("ha", "ha_rw_split")], {
    properties: {
      availableZones: { maxItems: 2, remedy: "master and standby live in one or two zones" },
    },
  }),
];

// The last number of a spec code is its size: MB for tiny, GB for large.
const sizeRules: SchemaObject[] = [...new Set([...EDITION_4.nodeCapacities, ...EDITION_4.clusterCapacities])].map(
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

/** Rules that depend on the edition, the mode, or another argument: plain data. */
export const CONDITIONAL_RULES: readonly SchemaObject[] = [
  ...rulesOf3,
  ...rulesFrom4,
  ...rulesOfUnknownVersions,
  ...modeRules,
  ...sizeRules,
  ...sizeRulesBy({ rule, has, modeIs, refused }),
  ...windowRules,
  rule([has("cacheMode", {}), has("productId", {})], {
    properties: { productId: refused("says the same as cacheMode: keep one of the two") },
  }),
  {
    anyOf: [has("cacheMode", {}), has("productId", {})],
    subject: "cacheMode",
    remedy: "is required: set it to single, ha, ha_rw_split, cluster or proxy, or name a `productId` instead",
  },
];
