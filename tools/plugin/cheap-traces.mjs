import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

const SUPER = /^( +)(super\((\w+)\.__pulumiType, name, resourceInputs, opts\);)\n/m;

/** @param {string} _ @param {string} indent @param {string} call @param {string} type */
const inside = (_, indent, call, type) =>
  [
    "// Pulumi takes a stack trace for each promise of each output, and the language host maps every frame to TypeScript:",
    "// most of what a resource costs the program. Nobody reads them; the place in the program is found all the same.",
    "const { stackTraceLimit } = Error;",
    "Error.stackTraceLimit = 0;",
    "try {",
    `    ${call}`,
    "} catch (error) {",
    "    Error.stackTraceLimit = stackTraceLimit;",
    `    if (error instanceof Error) Error.captureStackTrace(error, ${type});`,
    "    throw error;",
    "} finally {",
    "    Error.stackTraceLimit = stackTraceLimit;",
    "}",
  ]
    .map((line) => `${indent}${line}\n`)
    .join("");

/**
 * Makes stack traces cheap while a resource of the Node.js SDK is declared, as the class of the dynamic provider does.
 * @param {string} sdk Folder of the generated SDK. @param {number} types How many resource types it has.
 */
export async function cheapTraces(sdk, types) {
  const folder = path.join(sdk, "dcs");
  let changed = 0;
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const text = await readFile(file, "utf8");
    if (!SUPER.test(text)) continue;
    await writeFile(file, text.replace(SUPER, inside));
    changed += 1;
  }
  if (changed !== types) throw new Error(`${changed} of ${types} resources of the Node.js SDK declare as expected`);
}
