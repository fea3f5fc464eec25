import { createRequire } from "node:module";
import { typeOf } from "./arguments.mjs";
import { docOfExport, membersOf } from "./documentation.mjs";
import { mayBeAbsent, typeOfOutput } from "./outputs.mjs";

const require = createRequire(import.meta.url);

/** Where a type is documented, by token. */
const PLACES = {
  "otc:dcs:Instance": { folder: "dcs-instance", file: "class/dcs-instance.ts", name: "DcsInstance" },
  "otc:dcs:Backup": { folder: "dcs-backup", file: "dcs-backup.ts", name: "DcsBackup" },
  "otc:dcs:Restore": { folder: "dcs-restore", file: "dcs-restore.ts", name: "DcsRestore" },
};

/** Arguments that have defaults, so that a program may leave them out although the schema requires them. */
const DEFAULTED = new Set(["name", "engine"]);

/** The resources, with the types they need. @param {Record<string, object>} types */
export function resources(types) {
  const kinds = require("../../../dist/tools/resource-kinds.js");
  return Object.fromEntries(
    Object.entries(PLACES).map(([token, place]) => [token, resource(kinds, kinds.RESOURCE_KINDS[token], place, types)]),
  );
}

/** @param {any} kinds @param {any} of @param {{ folder: string, file: string, name: string }} place @param {Record<string, object>} types */
function resource(kinds, of, { folder, file, name }, types) {
  const declared = membersOf(`${folder}/values/args.ts`, `${name}Args`);
  const shown = membersOf(`${folder}/${file}`, name);
  /** @type {[string, any][]} */
  const all = kinds.argumentsOf(of);
  const inputs = all.map(([argument, { schema, change }]) => [
    argument,
    {
      ...typeOf(argument, schema, types),
      description: declared[argument]?.doc || missing(`${name}Args.${argument}`),
      ...(of.secrets.includes(argument) ? { secret: true } : {}),
      ...(change.how === "replace" ? { willReplaceOnChanges: true } : {}),
    },
  ]);
  const inputTypes = Object.fromEntries(all.map(([argument, { schema }]) => [argument, schema]));
  /** @type {string[]} */
  const outputs = kinds.propertiesOf(of);
  const properties = outputs.map((property) => {
    const { doc, type } = shown[property] ?? missing(`${name}.${property}`);
    const spec = inputTypes[property]
      ? typeOf(property, inputTypes[property], types)
      : typeOfOutput(property, type, `${folder}/${file}`, types);
    // The class makes these from other outputs; the plugin's state contains them.
    const description = of.derived[property] ? doc.replace(/ It is made from[\s\S]*$/, "") : doc;
    return [property, { ...spec, description, ...(of.secrets.includes(property) ? { secret: true } : {}) }];
  });
  return {
    description: docOfExport(`${folder}/${file}`, name),
    inputProperties: Object.fromEntries(inputs),
    requiredInputs: of.type.schema.required.filter((/** @type {string} */ each) => !DEFAULTED.has(each)),
    properties: Object.fromEntries(properties),
    required: outputs.filter((property) => !mayBeAbsent(shown[property]?.type)),
  };
}

/** @param {string} what @returns {never} */
function missing(what) {
  throw new Error(`${what} is not documented`);
}
