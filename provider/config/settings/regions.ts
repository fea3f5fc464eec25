/** Regions whose addresses are known. Reference: "Regions and Endpoints" of Open Telekom Cloud. */
export const REGIONS = ["eu-de", "eu-nl"] as const;
