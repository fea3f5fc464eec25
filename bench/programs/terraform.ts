import { plain } from "./plain";

/** The calls and pauses of Terraform's provider: what differs is the way to ask, not the engine. */
export const declare = plain({ pauses: [10, 3, 6, 10], beforeCreate: ["/../products"], withRead: ["/configs"] });
