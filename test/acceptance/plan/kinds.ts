/** The caches that are played, by their short names. */
export const KINDS = ["old", "single", "pair", "new"] as const;

export type Kind = (typeof KINDS)[number];

/** What each of them is. */
export const WHAT: Readonly<Record<Kind, { readonly engineVersion: string; readonly cacheMode: "single" | "ha" }>> = {
  old: { engineVersion: "3.0", cacheMode: "single" },
  single: { engineVersion: "6.0", cacheMode: "single" },
  pair: { engineVersion: "6.0", cacheMode: "ha" },
  new: { engineVersion: "7.0", cacheMode: "single" },
};
