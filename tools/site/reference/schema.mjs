import { read } from "../compose/compose.mjs";

/** The plugin's schema: arguments, outputs and functions with their documentation. */
export const schema = JSON.parse(read("plugin/schema.json"));

/** The name that TypeScript has for a type or a function. @param {string} token */
export const nameOf = (token) => token.split(":").at(-1) ?? token;

/** The anchor of a type on the page that uses it. @param {string} name */
const anchorOf = (name) => `#${name.toLowerCase()}`;

/** @param {{ $ref?: string }} spec */
const referenced = ({ $ref = "" }) => ($ref.startsWith("#/types/") ? $ref.slice("#/types/".length) : undefined);

/** A type as TypeScript writes it; types of the package lead to where they are explained. @param {any} spec @returns {string} */
export function typeOf(spec) {
  const token = referenced(spec);
  if (token !== undefined) return `[\`${nameOf(token)}\`](${anchorOf(nameOf(token))})`;
  if (spec.$ref !== undefined) return "`any`";
  if (spec.oneOf) {
    const named = spec.oneOf.find((/** @type {object} */ each) => referenced(each));
    return named ? typeOf(named) : spec.oneOf.map(typeOf).join(" or ");
  }
  if (spec.type === "array") return `list of ${typeOf(spec.items)}`;
  if (spec.type === "object") return `map of ${typeOf(spec.additionalProperties)}`;
  return `\`${spec.type}\``;
}

/** The tokens of the types in some properties, and of those in them. @param {Record<string, object>} properties */
export function typesIn(properties) {
  /** @type {Set<string>} */
  const found = new Set();
  /** @param {unknown} value */
  const visit = (value) => {
    if (typeof value !== "object" || value === null) return;
    const token = referenced(value);
    if (token !== undefined && !found.has(token)) {
      found.add(token);
      visit(schema.types[token].properties);
    }
    Object.values(value).forEach(visit);
  };
  visit(properties);
  return [...found];
}

/** Text for a cell of a table. @param {string} [text] */
export const cell = (text = "") => text.replaceAll(/\s*\n\s*/g, " ").replaceAll("|", "\\|");

/** @param {string[]} head @param {string[][]} rows */
export const table = (head, rows) =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** Explains a type: the values it may have, or its fields. @param {string} token */
export function explained(token) {
  const { enum: values, properties, required = [], description } = schema.types[token];
  const body = values
    ? table(
        ["value", "meaning"],
        values.map((/** @type {any} */ each) => [`\`${each.value}\``, cell(each.description)]),
      )
    : table(
        ["field", "type", "required", "meaning"],
        Object.entries(properties).map(([name, field]) => [
          `\`${name}\``,
          typeOf(field),
          required.includes(name) ? "yes" : "",
          cell(field.description),
        ]),
      );
  return [`### ${nameOf(token)}`, description ?? "", body].filter((each) => each !== "").join("\n\n");
}
