import ts from "typescript";
import { docOf, membersOf } from "./documentation.mjs";

/** Outputs that are whole numbers. */
const INTEGERS = new Set(["maxMemory", "chargingMode", "size", "port", "replicas", "shards", "used", "limit"]);

/** Objects without a name of their own, by property. */
const UNNAMED = { links: "BackupLink" };

/** Objects that would bear the name of a resource. */
const RENAMED = { Backup: "BackupSummary" };

/** Text types that are one of several. */
const TEXTS = new Set(["CacheMode"]);

/** The type inside `Output<…>` and without `undefined`. @param {import("typescript").TypeNode | undefined} node */
function core(node) {
  if (node && ts.isTypeReferenceNode(node) && node.typeName.getText() === "pulumi.Output")
    return core(node.typeArguments?.[0]);
  if (!node || !ts.isUnionTypeNode(node)) return node;
  return node.types.find((each) => each.getText() !== "undefined");
}

/** True if a value may be absent. @param {import("typescript").TypeNode | undefined} node */
export const mayBeAbsent = (node) => /\bundefined\b/.test(node?.getText() ?? "");

/**
 * Type of an output or of a part of a function's answer, from its declaration.
 * @param {string} name @param {import("typescript").TypeNode | undefined} declared
 * @param {string} file Where other types are declared.
 * @param {Record<string, object>} types
 * @returns {any}
 */
export function typeOfOutput(name, declared, file, types) {
  const node = core(declared);
  if (!node) throw new Error(`${name} has no declared type`);
  if (ts.isTypeOperatorNode(node)) return typeOfOutput(name, node.type, file, types);
  if (ts.isParenthesizedTypeNode(node)) return typeOfOutput(name, node.type, file, types);
  if (ts.isArrayTypeNode(node)) return { type: "array", items: typeOfOutput(name, node.elementType, file, types) };
  const text = node.getText();
  if (text === "number") return { type: INTEGERS.has(name) ? "integer" : "number" };
  if (text === "string" || text === "boolean") return { type: text };
  if (ts.isTypeLiteralNode(node)) return literal(name, node, file, types);
  if (!ts.isTypeReferenceNode(node)) throw new Error(`${name}: ${text} has no counterpart in a schema`);
  const reference = node.typeName.getText();
  if (TEXTS.has(reference)) return { type: "string" };
  if (reference === "Readonly") return typeOfOutput(name, node.typeArguments?.[0], file, types);
  if (reference === "Record")
    return { type: "object", additionalProperties: typeOfOutput(name, node.typeArguments?.[1], file, types) };
  return named(reference, membersOf(file, reference), file, types);
}

/** @param {string} name @param {import("typescript").TypeLiteralNode} node @param {string} file @param {Record<string, object>} types */
function literal(name, node, file, types) {
  const type = UNNAMED[/** @type {keyof typeof UNNAMED} */ (name)];
  if (!type) throw new Error(`the object in ${name} needs a name`);
  const members = node.members
    .filter(ts.isPropertySignature)
    .map((member) => [
      member.name.getText(),
      { doc: docOf(member), type: member.type, optional: member.questionToken !== undefined },
    ]);
  return named(type, Object.fromEntries(members), file, types);
}

/**
 * Adds an object type, and refers to it.
 * @param {string} name @param {Record<string, import("./documentation.mjs").Member>} members @param {string} file
 * @param {Record<string, object>} types
 */
export function named(name, members, file, types) {
  const token = `otc:dcs:${RENAMED[/** @type {keyof typeof RENAMED} */ (name)] ?? name}`;
  types[token] ??= { type: "object", ...shapeOf(members, file, types) };
  return { $ref: `#/types/${token}` };
}

/**
 * Properties and the names of those that are always there.
 * @param {Record<string, import("./documentation.mjs").Member>} members @param {string} file @param {Record<string, object>} types
 */
export function shapeOf(members, file, types) {
  const properties = Object.entries(members).map(([property, { doc, type }]) => [
    property,
    { ...typeOfOutput(property, type, file, types), ...(doc ? { description: doc } : {}) },
  ]);
  const required = Object.keys(members).filter((property) => !members[property]?.optional);
  return { properties: Object.fromEntries(properties), required };
}
