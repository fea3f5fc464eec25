import { isNotFound } from "../client/dcs-errors";

/** The instance exists, but its list has no such record. */
export class Unlisted extends Error {
  constructor(noun: string, id: string) {
    super(`the service lists no ${noun} ${id}`);
    this.name = "Unlisted";
  }
}

/** Gone, alone or together with its instance. */
export const isGoneForGood = (error: unknown): boolean => error instanceof Unlisted || isNotFound(error);
