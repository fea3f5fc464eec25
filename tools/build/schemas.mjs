import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { clone } from "../setup/say.mjs";

/*
 * Compiling the schemas of the resource types takes a quarter of a second. The build does it once, so that not every
 * command of a user does.
 */

const file = path.join(clone, "dist/provider/compiled-schemas.js");
const require = createRequire(import.meta.url);

/** Leaves the import of the module as it is, because the module is written when the others can be loaded. */
export const written = {
  name: "written",
  /** @param {string} id */
  resolveId: (id) =>
    id === "./compiled-schemas" ? { id: "./compiled-schemas.js", external: true, moduleSideEffects: false } : null,
};

/** Writes the module and returns its file. */
export async function writeCompiledSchemas() {
  // The first build has none yet, and the modules that it loads below need one.
  if (!existsSync(file)) await writeFile(file, "exports.COMPILED = {};");
  const { RESOURCE_KINDS } = require("../../dist/tools/resource-kinds.js");
  const { KEYWORDS, READING } = require("../../dist/tools/validator.js");
  /** @type {import("ajv").SchemaObject[]} */
  const schemas = Object.values(RESOURCE_KINDS).map(({ type }) => type.schema);
  const ajv = new Ajv({ ...READING, schemas, code: { source: true } });
  ajv.addVocabulary(KEYWORDS);
  const names = Object.fromEntries(schemas.map(({ $id = "" }) => [$id, $id]));
  await writeFile(file, `${standalone.default(ajv, names)}\nexports.COMPILED = { ...exports };`);
  return file;
}
