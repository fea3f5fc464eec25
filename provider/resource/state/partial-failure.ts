/** A failure of a resource that exists. The engine keeps the id, and the next `up` continues from there. */
export class PartialFailure extends Error {
  readonly reasons: string[];

  constructor(
    readonly id: string,
    /** What is known of the resource. It becomes the state. */
    readonly properties: Readonly<Record<string, unknown>>,
    reason: string,
  ) {
    super(reason);
    this.name = "PartialFailure";
    this.reasons = [reason];
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
