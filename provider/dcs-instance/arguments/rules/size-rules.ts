import type { SchemaObject } from "ajv";
import { EDITION_4, type Mode, SPLIT_CAPACITIES } from "../../values/editions";
import { REPLICAS } from "../../values/size/shape";

interface Words {
  readonly rule: (when: SchemaObject[], then: SchemaObject) => SchemaObject;
  readonly has: (property: string, value: SchemaObject) => SchemaObject;
  readonly modeIs: (...modes: Mode[]) => SchemaObject;
  readonly refused: (remedy: string) => SchemaObject;
}

const counted = (least: number, most: number): SchemaObject =>
  least === most
    ? {
        const: least,
        remedy: `this mode has ${least} ${least === 1 ? "node" : "nodes"}: write ${least}, or leave it out`,
      }
    : { minimum: least, maximum: most, remedy: `this mode takes ${least} to ${most} nodes, the master included` };

/** Rules about `replicas`, and about sizes with read/write splitting. */
export const sizeRulesBy = ({ rule, has, modeIs, refused }: Words): SchemaObject[] => [
  ...(Object.keys(REPLICAS) as Mode[]).map((mode) =>
    rule([has("engineVersion", { enum: [...EDITION_4.versions] }), has("cacheMode", { const: mode })], {
      properties: { replicas: counted(REPLICAS[mode].least, REPLICAS[mode].most) },
    }),
  ),
  rule([has("productId", { type: "string" }), has("replicas", {})], {
    properties: {
      replicas: refused("is part of productId already: change the product, or set cacheMode instead of it"),
    },
  }),
  rule([modeIs("ha_rw_split")], {
    properties: { capacity: { enum: [...SPLIT_CAPACITIES], unit: { words: "capacity is in GB", of: 1024 } } },
  }),
];
