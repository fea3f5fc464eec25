/** Something is not as it must be. */
export class Violation extends Error {}
