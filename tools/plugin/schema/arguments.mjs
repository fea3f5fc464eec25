import { membersOf } from "./documentation.mjs";
import { enumOf } from "./enums.mjs";

/** Names and documentation of the objects inside arguments, by argument. */
const OBJECTS = {
  instanceBackupPolicy: { name: "BackupPolicy", docs: "BackupPolicyArgs", file: "dcs-instance/values/backup/args.ts" },
  periodicalBackupPlan: {
    name: "PeriodicalBackupPlan",
    docs: "PeriodicalBackupPlanArgs",
    file: "dcs-instance/values/backup/args.ts",
  },
  whitelist: { name: "WhitelistGroup", docs: "WhitelistGroupArgs", file: "dcs-instance/values/access/args.ts" },
};

/** Maps, although their JSON Schema lists the keys: a key may be a word of a language. */
const MAPS = new Set(["renameCommands"]);

/**
 * Type of an argument, from its JSON Schema.
 * @param {string} name @param {any} schema @param {Record<string, object>} types Objects and enumerations found on the way.
 * @returns {any}
 */
export function typeOf(name, schema, types) {
  if (schema.enum) return enumOf(name, schema.enum, types);
  if (Array.isArray(schema.type)) {
    if (schema.type.length > 2) return { $ref: "pulumi.json#/Any" };
    return { oneOf: schema.type.map((/** @type {string} */ type) => ({ type })) };
  }
  if (schema.type === "array") return { type: "array", items: typeOf(name, schema.items, types) };
  if (schema.type !== "object") return { type: schema.type };
  if (schema.properties && !MAPS.has(name)) return objectOf(name, schema, types);
  const values = MAPS.has(name) ? { type: "string" } : typeOf(name, schema.additionalProperties, types);
  return { type: "object", additionalProperties: values };
}

/** @param {string} argument @param {any} schema @param {Record<string, object>} types */
function objectOf(argument, schema, types) {
  const { name, docs, file } = OBJECTS[/** @type {keyof typeof OBJECTS} */ (argument)] ?? {};
  if (!name) throw new Error(`the object in ${argument} needs a name`);
  const members = membersOf(file, docs);
  const token = `otc:dcs:${name}`;
  const properties = Object.entries(schema.properties).map(([property, inside]) => [
    property,
    { ...typeOf(property, inside, types), description: members[property]?.doc },
  ]);
  types[token] = { type: "object", properties: Object.fromEntries(properties), required: schema.required ?? [] };
  return { $ref: `#/types/${token}` };
}
