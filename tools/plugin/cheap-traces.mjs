import { copyFile, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { clone } from "../setup/say.mjs";

const SUPER = /^( +)(super\((\w+)\.__pulumiType, name, resourceInputs, opts\);)\n/m;

/** @param {string} _ @param {string} indent @param {string} call @param {string} type */
const inside = (_, indent, call, type) =>
  [
    "const restore = shortenStackTraces(__filename, 1);",
    "try {",
    `    ${call}`,
    "} catch (error) {",
    "    restore();",
    `    if (error instanceof Error) Error.captureStackTrace(error, ${type});`,
    "    throw error;",
    "} finally {",
    "    restore();",
    "}",
  ]
    .map((line) => `${indent}${line}\n`)
    .join("");

/**
 * Makes stack traces cheap while a resource of the Node.js SDK is declared, as the class of the dynamic provider does and
 * by the same code.
 * @param {string} sdk Folder of the generated SDK. @param {number} types How many resource types it has.
 */
export async function cheapTraces(sdk, types) {
  await copyFile(path.join(clone, "provider/resource/declaration-site.ts"), path.join(sdk, "declarationSite.ts"));
  const folder = path.join(sdk, "dcs");
  let changed = 0;
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const text = await readFile(file, "utf8");
    if (!SUPER.test(text)) continue;
    const imported = 'import { shortenStackTraces } from "../declarationSite";\n';
    await writeFile(file, text.replace(/^import /m, `${imported}import `).replace(SUPER, inside));
    changed += 1;
  }
  if (changed !== types) throw new Error(`${changed} of ${types} resources of the Node.js SDK declare as expected`);
}
