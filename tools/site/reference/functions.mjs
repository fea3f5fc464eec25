import { createRequire } from "node:module";
import { types } from "./resources.mjs";
import { cell, nameOf, schema, table, typeOf } from "./schema.mjs";

const require = createRequire(import.meta.url);

/** Every function with what it takes and gives. */
export function functionsReference() {
  const { FUNCTION_KINDS } = require("../../../dist/tools/function-kinds.js");
  /** @type {[string, any][]} */
  const all = Object.entries(schema.functions);
  const used = Object.fromEntries(
    all.flatMap(([token, { inputs, outputs }]) => [
      [`${token} in`, inputs?.properties ?? {}],
      [`${token} out`, outputs.properties],
    ]),
  );
  return [
    "## Every function",
    "The plugin always answers an object, with the names of the second table. In TypeScript and JavaScript a function whose answer says “itself” returns that value without the object.",
    ...all.map(([token, spec]) => functionOf(nameOf(token), spec, FUNCTION_KINDS[nameOf(token)].result !== undefined)),
    ...types(used),
  ].join("\n\n");
}

/** @param {string} name @param {any} spec @param {boolean} itself Whether TypeScript gets the one answer without an object. */
function functionOf(name, { description, inputs, outputs }, itself) {
  const { properties = {}, required = [] } = inputs ?? {};
  return [
    `### ${name}`,
    description,
    table(
      ["argument", "type", "required", "meaning"],
      Object.entries(properties).map(([argument, spec]) => [
        `\`${argument}\``,
        typeOf(spec),
        required.includes(argument) ? "yes" : "",
        cell(spec.description),
      ]),
    ),
    table(
      ["answer", "type", "meaning"],
      Object.entries(outputs.properties).map(([answer, spec]) => [
        `\`${answer}\`${itself ? ", itself" : ""}`,
        typeOf(spec),
        cell(spec.description),
      ]),
    ),
  ].join("\n\n");
}
