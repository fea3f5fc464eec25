import type { Values } from "../../resource/describe/argument";

/** What a declared argument implies about another that is not declared. */
const IMPLIED: ReadonlyArray<readonly [argument: string, of: (declared: Values) => unknown]> = [
  ["noPasswordAccess", ({ password }) => (password === undefined ? undefined : false)],
  ["enableWhitelist", ({ whitelist }) => (Array.isArray(whitelist) && whitelist.length > 0 ? true : undefined)],
];

/** The declared arguments, with those that they imply. */
export const withImplied = (declared: Values): Values => ({
  ...Object.fromEntries(IMPLIED.map(([name, of]) => [name, of(declared)]).filter(([, value]) => value !== undefined)),
  ...declared,
});
