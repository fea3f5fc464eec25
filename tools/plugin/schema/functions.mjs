import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import ts from "typescript";
import { clone } from "../../setup/say.mjs";
import { typeOf } from "./arguments.mjs";
import { docOfExport, membersOf, sourceOf } from "./documentation.mjs";
import { named, shapeOf, typeOfOutput } from "./outputs.mjs";

const require = createRequire(import.meta.url);

/** The functions, with the types they need. @param {Record<string, object>} types */
export function functions(types) {
  const { FUNCTION_KINDS } = require("../../../dist/tools/function-kinds.js");
  return Object.fromEntries(
    Object.entries(FUNCTION_KINDS).map(([name, kind]) => [`otc:dcs:${name}`, functionOf(name, kind, types)]),
  );
}

/** @param {string} name @param {any} kind @param {Record<string, object>} types */
function functionOf(name, { work, result }, types) {
  const file = fileOf(name);
  const [args, answer] = typeArguments(file);
  const docs = { ...membersOf("functions/values/place.ts", "PlaceArgs"), ...ofBases(args) };
  const place = { region: { type: "string" }, projectId: { type: "string" } };
  const inputs = Object.entries({ ...work.schema.properties, ...place }).map(([argument, schema]) => [
    argument,
    { ...typeOf(argument, schema, types), description: docs[argument]?.doc },
  ]);
  const description = docOfExport(file, name);
  return {
    description,
    inputs: { properties: Object.fromEntries(inputs), required: work.schema.required ?? [] },
    outputs: result === undefined ? wholeAnswer(answer, types) : oneAnswer(result, answer, description, types),
  };
}

/** @param {import("typescript").TypeNode} answer @param {Record<string, object>} types */
function wholeAnswer(answer, types) {
  const file = declaring(answer.getText());
  return shapeOf(membersOf(file, answer.getText()), file, types);
}

/** @param {string} result @param {import("typescript").TypeNode} answer @param {string} description @param {Record<string, object>} types */
function oneAnswer(result, answer, description, types) {
  const of = ts.isArrayTypeNode(answer) ? answer.elementType : answer;
  const name = of.getText();
  const one = name === "string" ? typeOfOutput(result, of, "", types) : reference(name, types);
  const type = ts.isArrayTypeNode(answer) ? { type: "array", items: one } : one;
  return { properties: { [result]: { ...type, description: description.split("\n")[0] } }, required: [result] };
}

/** @param {string} name @param {Record<string, object>} types */
function reference(name, types) {
  const file = declaring(name);
  return named(name, membersOf(file, name), file, types);
}

/** The file of a function. @param {string} name */
function fileOf(name) {
  const file = `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;
  const folder = ["instance", "region"].find((each) =>
    readdirSync(path.join(clone, "provider/functions", each)).includes(file),
  );
  return `functions/${folder}/${file}`;
}

/** The types of arguments and answer. @param {string} file @returns {[string, import("typescript").TypeNode]} */
function typeArguments(file) {
  /** @type {import("typescript").NodeArray<import("typescript").TypeNode> | undefined} */
  let found;
  /** @param {import("typescript").Node} node */
  const visit = (node) => {
    if (ts.isCallExpression(node) && node.expression.getText() === "functionOf") found = node.typeArguments;
    ts.forEachChild(node, visit);
  };
  visit(sourceOf(file));
  const [args, answer] = found ?? [];
  if (!args || !answer) throw new Error(`${file} makes no function`);
  return [args.getText(), answer];
}

const VALUES = ["backups", "certificate", "instances", "parameters", "region"].map(
  (name) => `functions/values/${name}.ts`,
);

/** The file that declares a type. @param {string} name */
function declaring(name) {
  const file = VALUES.find((each) => new RegExp(`interface ${name}\\b`).test(sourceOf(each).text));
  if (!file) throw new Error(`${name} is not declared in functions/values`);
  return file;
}

/** The members of an interface and of those that it extends. @param {string} name @returns {Record<string, any>} */
function ofBases(name) {
  const file = declaring(name);
  const [, base] = new RegExp(`interface ${name} extends (\\w+)`).exec(sourceOf(file).text) ?? [];
  const inherited = base === undefined || base === "PlaceArgs" ? {} : ofBases(base);
  try {
    return { ...inherited, ...membersOf(file, name) };
  } catch {
    return inherited;
  }
}
