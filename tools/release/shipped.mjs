import { readFileSync } from "node:fs";
import path from "node:path";
import { clone } from "../setup/say.mjs";

/** @typedef {{ dev?: boolean, devOptional?: boolean, peer?: boolean, version: string, license?: string }} Locked */
/** @typedef {{ place: string, name: string, version: string, license: string }} Shipped */

/** @returns {{ packages: Record<string, Locked> }} */
export const lockFile = () => JSON.parse(readFileSync(path.join(clone, "package-lock.json"), "utf8"));

/** Is it installed with the package, beside what the user has anyway? @param {[string, Locked]} entry */
export const isShipped = ([place, { dev, devOptional, peer }]) => place !== "" && !dev && !devOptional && !peer;

/** The packages that are installed with this one, by name. @returns {Shipped[]} */
export function shipped() {
  return Object.entries(lockFile().packages)
    .filter(isShipped)
    .map(([place, { version, license = "unknown" }]) => ({
      place,
      name: place.split("node_modules/").at(-1) ?? place,
      version,
      license,
    }))
    .sort((a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version));
}
