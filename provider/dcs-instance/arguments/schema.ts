import type { SchemaObject } from "ajv";
import { INSTANCE_ARGUMENTS } from "./rows/instance-arguments";
import { CONDITIONAL_RULES } from "./rules/conditional-rules";

/** JSON Schema of the inputs of a DCS instance: plain data, and the only place of the rules. */
export const INSTANCE_SCHEMA: SchemaObject = {
  $id: "DcsInstance",
  type: "object",
  additionalProperties: false,
  required: ["name", "engine", "engineVersion", "capacity", "vpcId", "subnetId", "availableZones"],
  properties: Object.fromEntries(Object.entries(INSTANCE_ARGUMENTS).map(([name, { schema }]) => [name, schema])),
  dependencies: { maintainBegin: ["maintainEnd"], maintainEnd: ["maintainBegin"] },
  allOf: [...CONDITIONAL_RULES],
};
