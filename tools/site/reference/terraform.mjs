import { createRequire } from "node:module";
import { cell, table } from "./schema.mjs";

const require = createRequire(import.meta.url);

/** Caches and values that make the rows say all they can say, by the version of Redis. @type {Record<string, object[]>} */
const CACHES = {
  "on 3.0": cachesOf("3.0", ["OTC_DCS_SINGLE", "OTC_DCS_MS", "OTC_DCS_CL"]),
  "from 4.0 on": cachesOf("6.0", ["redis.single.xu1.large.2-h", "redis.ha.xu1.large.r2.2-h"]),
};
const VALUES = [undefined, "", "text", true, { flushall: "renamed" }];

/** What becomes of each field of Terraform's resources, from the table that `otc-dcs import-terraform` reads. */
export function fieldsOfTerraform() {
  /** @type {{ ATTRIBUTES: Record<string, any> }} */
  const { ATTRIBUTES } = require("../../../dist/tools/terraform-attributes.js");
  const fields = Object.entries(ATTRIBUTES);
  const partsOf = new Map(
    fields.flatMap(([name, { parts = [] }]) => parts.map((/** @type {string} */ part) => [part, name])),
  );
  const carried = fields.filter(([, row]) => row.says !== "output");
  const answers = fields.filter(([, row]) => row.says === "output").map(([name]) => `\`${name}\``);
  return [
    "## Field by field",
    "The command reads this table, too. It holds for `opentelekomcloud_dcs_instance_v1` and `_v2`; a field that only one of them has is listed all the same.",
    table(
      ["field of Terraform", "argument here", "what to know"],
      carried.map(([name, row]) => [`\`${name}\``, argumentOf(row), cell(remarkOf(name, row, partsOf))]),
    ),
    `The service answers the other fields, so no program declares them: ${answers.join(", ")}.`,
  ].join("\n\n");
}

/** @param {any} row */
const argumentOf = ({ to }) => (to === undefined ? "–" : `[\`${to}\`](/dcs-instance#${to.toLowerCase()})`);

/** Fields that belong to another one, or to none. @type {Record<string, string>} */
const PARTS = {
  id: "becomes `adoptInstanceId`",
  timeouts: "becomes Pulumi's option `customTimeouts`",
};

/** @param {string} name @param {any} row @param {Map<string, string>} partsOf */
function remarkOf(name, row, partsOf) {
  if (row.not !== undefined) return `a comment: it ${row.not}`;
  if (row.says === "part") return PARTS[name] ?? `a part of \`instanceBackupPolicy\`, with \`${partsOf.get(name)}\``;
  const secret = row.secret ? ["becomes a secret of the stack's configuration"] : [];
  return [...secret, ...obstacles(row), ...notes(row)].join("; ");
}

/** @param {any} row @returns {string[]} */
function obstacles({ unless }) {
  if (unless === undefined) return [];
  return said(unless).map(([what, when]) =>
    when.length === 1 ? `${when[0]} a comment: it ${what}` : `a comment where it ${what}`,
  );
}

/** @param {any} row @returns {string[]} */
const notes = ({ note }) => (note === undefined ? [] : said(note).map(([what]) => what));

/**
 * What a row says in any case, and for which versions.
 * @param {(value: unknown, cache: object) => string | undefined} say @returns {[string, string[]][]}
 */
function said(say) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const [when, caches] of Object.entries(CACHES)) {
    const texts = caches.flatMap((cache) => VALUES.map((value) => say(value, cache)));
    for (const text of new Set(texts)) if (text !== undefined) found.set(text, [...(found.get(text) ?? []), when]);
  }
  return [...found];
}

/** @param {string} version @param {string[]} products */
function cachesOf(version, products) {
  return ["v1", "v2"].flatMap((type) =>
    products.map((product) => ({
      type: `opentelekomcloud_dcs_instance_${type}`,
      values: { engine_version: version, product_id: product },
    })),
  );
}
