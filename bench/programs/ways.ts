import type { Way } from "./plain";

/** Nothing but what is needed, five times a second: the quickest that a simple provider can be. */
export const BARE: Way = { pauses: [0.2], beforeCreate: [], withRead: [] };

/** The calls and pauses of Terraform's provider: what differs is the way to ask, not the engine. */
export const TERRAFORMS: Way = { pauses: [10, 3, 6, 10], beforeCreate: ["/../products"], withRead: ["/configs"] };
