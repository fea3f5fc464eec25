/** Regions whose addresses are known. Reference: "Regions and Endpoints" of Open Telekom Cloud. */
export const REGIONS = ["eu-de", "eu-nl"] as const;

export const isRegion = (name: string | undefined): name is string => REGIONS.some((known) => known === name);
