import { plain } from "./plain";

/** Nothing but what is needed, five times a second: the quickest that a simple provider can be. */
export const declare = plain({ pauses: [0.2], beforeCreate: [], withRead: [] });
