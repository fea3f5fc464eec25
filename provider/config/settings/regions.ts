/**
 * Regions whose addresses are known.
 *
 * Reference: https://docs.otc.t-systems.com/regions-and-endpoints/index.html
 */
export const REGIONS = ["eu-de", "eu-nl"] as const;

export const isRegion = (name: string | undefined): name is string => REGIONS.some((known) => known === name);
