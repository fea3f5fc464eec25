import path from "node:path";
import { clone } from "../setup/say.mjs";

/** @typedef {Parameters<import("rollup").GetManualChunk>[1]} Graph */

/** @param {string} entry @param {Graph["getModuleInfo"]} getModuleInfo */
function reached(entry, getModuleInfo) {
  /** @type {Set<string>} */
  const found = new Set();
  const left = [entry];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    left.push(...(getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
}

/**
 * Says in which file a module goes: one per folder, and of `provider/` two. What a program loads is apart from what only
 * the provider's process needs, which is four times as much.
 * @param {readonly string[]} apart Modules that do something when they are loaded.
 * @returns {import("rollup").GetManualChunk}
 */
export function chunkOf(apart) {
  /** @type {Set<string> | undefined} */
  let program;
  return (id, { getModuleInfo }) => {
    if (apart.includes(id) || getModuleInfo(id)?.isExternal !== false) return undefined;
    const [folder] = path.relative(clone, id).split(path.sep);
    if (folder !== "provider") return `${folder}/core`;
    program ??= reached(path.join(clone, "provider/index.ts"), getModuleInfo);
    return program.has(id) ? "provider/program" : "provider/core";
  };
}
