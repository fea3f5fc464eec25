import path from "node:path";
import { clone } from "../setup/say.mjs";

/** @typedef {Parameters<import("rollup").GetManualChunk>[1]} Graph */

/** @param {readonly string[]} entries @param {Graph["getModuleInfo"]} getModuleInfo */
function reached(entries, getModuleInfo) {
  /** @type {Set<string>} */
  const found = new Set();
  const left = [...entries];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    left.push(...(getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
}

/**
 * Says in which file a module goes: one per folder, and of `provider/` four. What a program loads is apart from what only a
 * provider's process needs, which is four times as much. What both load is apart from both, because the program's part
 * brings Pulumi's SDK, which a plugin does not need and which takes most of a second to load.
 * @param {readonly string[]} apart Modules that do something when they are loaded: the entries of processes.
 * @returns {import("rollup").GetManualChunk}
 */
export function chunkOf(apart) {
  /** @type {{ program: Set<string>, process: Set<string> } | undefined} */
  let needed;
  return (id, { getModuleInfo }) => {
    if (apart.includes(id) || !id.startsWith(clone)) return undefined;
    const [folder] = path.relative(clone, id).split(path.sep);
    if (folder !== "provider") return `${folder}/core`;
    needed ??= {
      program: reached([path.join(clone, "provider/index.ts")], getModuleInfo),
      process: reached(apart, getModuleInfo),
    };
    if (needed.process.has(id)) return needed.program.has(id) ? "provider/shared" : "provider/core";
    return needed.program.has(id) ? "provider/program" : "provider/look-up";
  };
}
