import { createRequire } from "node:module";
import { clone } from "../setup/say.mjs";

const require = createRequire(import.meta.url);
let registered = false;

/**
 * Evaluates a TypeScript program anew, types checked; what it exports are the stack's outputs.
 * @param {string} file
 */
export async function loadProgram(file) {
  if (!registered) require("ts-node").register({ cwd: clone, project: "tsconfig.json" });
  registered = true;
  delete require.cache[file];
  return require(file);
}
