import { cell, explained, schema, table, typeOf, typesIn } from "./schema.mjs";

/** @typedef {{ description: string, secret?: true, willReplaceOnChanges?: true }} Property */

/** Where an example is, by resource. @type {Record<string, string>} */
const EXAMPLES = {
  Instance: "[Start](/start#a-program) and [A cache for production](/production) have examples.",
  Backup: "[Backups](/backups#from-the-program) has an example.",
  Restore: "[Backups](/backups#restore) has an example.",
};

/** Every argument and output of a resource. @param {string} name As the plugin calls it. */
export function resourceReference(name) {
  const { description, inputProperties, requiredInputs, properties } = schema.resources[`otc:dcs:${name}`];
  /** @type {[string, Property][]} */
  const args = Object.entries(inputProperties);
  const needed = args.filter(([argument]) => requiredInputs.includes(argument));
  const others = args.filter(([argument]) => !requiredInputs.includes(argument));
  return [
    description,
    `In TypeScript and JavaScript it is \`new Dcs${name}(name, args)\`, in the other languages \`otc:dcs:${name}\`. Arguments and outputs have the same names. ${EXAMPLES[name]}`,
    "## Required arguments",
    ...needed.map(argumentOf),
    "## Optional arguments",
    ...others.map(argumentOf),
    "## Every output",
    table(
      ["output", "type", "meaning"],
      Object.entries(properties).map(([output, spec]) => [
        `\`${output}\``,
        typeOf(spec),
        cell(spec.description) + (spec.secret ? " Secret." : ""),
      ]),
    ),
    ...types({ ...inputProperties, ...properties }),
  ].join("\n\n");
}

/** @param {[string, Property]} argument */
function argumentOf([name, spec]) {
  const facts = [
    `type: ${typeOf(spec)}`,
    ...(spec.secret ? ["secret"] : []),
    ...(spec.willReplaceOnChanges ? ["a change replaces"] : []),
  ];
  return [`### ${name}`, `${facts.join(" · ")} {.facts}`, spec.description].join("\n\n");
}

/** The types that some properties need. @param {Record<string, object>} properties */
export function types(properties) {
  const tokens = typesIn(properties);
  return tokens.length === 0 ? [] : ["## Types", ...tokens.map(explained)];
}
