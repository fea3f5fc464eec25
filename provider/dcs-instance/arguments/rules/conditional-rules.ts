import type { SchemaObject } from "ajv";
import { OF_PROXIES } from "../../values/access/renamed-commands";
import {
  capacitiesOfEdition,
  EDITION_3,
  EDITION_4,
  EDITION_7,
  type Edition,
  LARGEST_PROXY,
  LATER_EDITIONS,
  MODES,
  type Mode,
  type Since,
  versionsBefore,
} from "../../values/editions";
import { PRODUCT_IDS_OF_3, PRODUCT_PATTERNS } from "../../values/product-code";
import { INSTANCE_ARGUMENTS } from "../rows/instance-arguments";
import { createRules } from "./create-rules";
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

const isOf = (...editions: readonly Edition[]): SchemaObject =>
  has("engineVersion", { enum: editions.flatMap(({ versions }) => versions) });

/** The sizes of an edition, by the modes that have them. */
const sizesByModes = (edition: Edition): ReadonlyArray<readonly [readonly Mode[], readonly number[]]> =>
  (
    [
      [["single", "ha"], edition.nodeCapacities],
      [["cluster"], edition.clusterCapacities],
      [["proxy"], edition.proxyCapacities],
      [["ha_rw_split"], edition.splitCapacities],
    ] as const
  ).filter(([, sizes]) => sizes.length > 0);

const editionRules = (edition: Edition): SchemaObject[] => {
  const version = isOf(edition);
  return [
    rule([version], { properties: { password: { allOf: passwordRules(edition) } } }),
    ...sizesByModes(edition).map(([modes, sizes]) =>
      rule([version, modeIs(...modes)], must("capacity", capacityIn(sizes))),
    ),
    rule([version], must("capacity", capacityIn(capacitiesOfEdition(edition)))),
    rule([version], must("cacheMode", { enum: [...edition.modes] })),
  ];
};

// An argument is refused for each version older than the one that brings it.
const sinceRules: SchemaObject[] = (["4.0", "6.0"] satisfies Since[]).map((version) => {
  const brought = Object.entries(INSTANCE_ARGUMENTS).filter(([, { since }]) => since === version);
  const refusal = refused(`is available only from engineVersion "${version}" on: remove it`);
  return rule([has("engineVersion", { enum: [...versionsBefore(version)] })], {
    properties: Object.fromEntries(brought.map(([name]) => [name, refusal])),
  });
});

const rulesOf3: SchemaObject[] = [
  ...editionRules(EDITION_3),
  rule([isOf(EDITION_3)], { required: ["securityGroupId", "password"] }),
  // Editions name products in different ways. Only the service knows its product numbers and specifications.
  rule(
    [isOf(EDITION_3), has("productId", { type: "string", pattern: "^(?!\\d{5}-|dcs\\.)" })],
    must("productId", { enum: [...PRODUCT_IDS_OF_3] }),
  ),
  rule([isOf(EDITION_3), modeIs("cluster")], {
    properties: {
      instanceBackupPolicy: refused("is available only for master/standby caches on 3.0: remove it, or use `ha`"),
    },
  }),
];

const withoutLargestProxy = has("engineVersion", {
  enum: EDITION_4.versions.filter((version) => !LARGEST_PROXY.versions.includes(version)),
});

const rulesFrom4: SchemaObject[] = [
  ...LATER_EDITIONS.flatMap(editionRules),
  rule([isOf(EDITION_7), modeIs(...MODES.filter((mode) => !EDITION_7.modes.includes(mode)))], {
    properties: { productId: refused("is of a mode that Redis 7.0 does not have: use single, ha or cluster") },
  }),
  // Version 2 of the API takes the specification of a product, and shorter passwords.
  ...[isOf(EDITION_7), has("templateId", { type: "string" })].map((byVersion2) =>
    rule([byVersion2], {
      properties: {
        productId: {
          pattern: "^redis\\.",
          remedy: "name the product by its specification, or set `cacheMode` instead",
        },
        password: { maxLength: EDITION_7.password.longest, remedy: "use 8 to 32 characters" },
      },
    }),
  ),
  rule([isOf(...LATER_EDITIONS)], {
    properties: {
      securityGroupId: refused("has no effect from Redis 4.0 on (access is governed by the whitelist): remove it"),
      productId: {
        pattern: ".-h$|^\\d{5}-",
        remedy:
          'use "<spec_code>-h" such as "redis.ha.xu1.large.r2.2-h", or set `cacheMode` instead, which finds the product',
      },
    },
  }),
  rule([isOf(...LATER_EDITIONS), has("noPasswordAccess", { const: true })], {
    properties: { password: refused("contradicts noPasswordAccess: true: keep one of the two") },
  }),
  // The condition is not a negation, so that an unknown `noPasswordAccess` requires nothing.
  rule([isOf(...LATER_EDITIONS), { properties: { noPasswordAccess: { const: false } } }], {
    required: ["password"],
    remedy: "set it, or noPasswordAccess: true",
  }),
  rule([has("enablePublicip", { const: true })], { required: ["publicipId"] }),
  rule(
    [withoutLargestProxy, has("capacity", { const: LARGEST_PROXY.capacity }), modeIs("proxy")],
    must("capacity", capacityIn(EDITION_4.clusterCapacities)),
  ),
];

// An unsupported version must not hide other mistakes. The pattern excludes a value that is not known yet.
const unsupportedVersion = has("engineVersion", {
  type: "string",
  pattern: "^\\d+(\\.\\d+)*$",
  not: { enum: [EDITION_3, ...LATER_EDITIONS].flatMap(({ versions }) => versions) },
});

const rulesOfUnknownVersions: SchemaObject[] = [
  rule([unsupportedVersion], { properties: { password: { allOf: passwordRules(EDITION_4) } } }),
  rule([unsupportedVersion, modeIs("single", "ha")], must("capacity", capacityIn(EDITION_4.nodeCapacities))),
  rule([unsupportedVersion], must("capacity", capacityIn(capacitiesOfEdition(EDITION_4)))),
];

const modeRules: SchemaObject[] = [
  rule([modeIs(...MODES.filter((mode) => mode !== "proxy"))], {
    properties: {
      renameCommands: {
        properties: Object.fromEntries(
          OF_PROXIES.map((command) => [command, refused("can be renamed only in mode `proxy`: remove it")]),
        ),
      },
    },
  }),
  rule([modeIs("single")], {
    properties: {
      availableZones: { maxItems: 1, remedy: "a single node lives in exactly one zone" },
    },
  }),
  rule([modeIs("ha", "ha_rw_split")], {
    properties: {
      availableZones: { maxItems: 2, remedy: "master and standby live in one or two zones" },
    },
  }),
];

// What a mode does not have, told once the value has its type.
const absenceRules: SchemaObject[] = Object.entries(INSTANCE_ARGUMENTS).flatMap(([name, { notIn, schema }]) =>
  notIn === undefined
    ? []
    : [rule([has(name, { type: schema.type }), modeIs(...notIn.modes)], must(name, refused(notIn.remedy)))],
);

// The last number of a spec code is its size: MB for tiny, GB for large.
const sizeRules: SchemaObject[] = capacitiesOfEdition(EDITION_4).map((size) => {
  const written = size < 1 ? `tiny\\.(.*\\.)?${size === 0.125 ? 128 : size * 1024}` : `large\\.(.*\\.)?${size}`;
  return rule([has("productId", { type: "string", pattern: `\\.${written}-h$` })], {
    properties: { capacity: { const: size, remedy: `the product holds ${size} GB: its id and capacity must agree` } },
  });
});

/** Rules that depend on the edition, the mode, or another argument: plain data. */
export const CONDITIONAL_RULES: readonly SchemaObject[] = [
  ...sinceRules,
  ...rulesOf3,
  ...rulesFrom4,
  ...rulesOfUnknownVersions,
  ...modeRules,
  ...absenceRules,
  ...sizeRules,
  ...sizeRulesBy({ rule, has, modeIs, refused }),
  ...createRules({ rule, has }),
  rule([has("cacheMode", {}), has("productId", {})], {
    properties: { productId: refused("says the same as cacheMode: keep one of the two") },
  }),
  {
    anyOf: [has("cacheMode", {}), has("productId", {})],
    subject: "cacheMode",
    remedy: "is required: set it to single, ha, ha_rw_split, cluster or proxy, or name a `productId` instead",
  },
];
