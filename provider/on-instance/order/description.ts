import type { CallOptions } from "../../client/dcs-client";
import type { Arguments } from "../../resource/describe/argument";

/** A record that an order makes. */
export interface Ordered {
  readonly id: string;
  /** UTC, as the service writes it. */
  readonly createdAt?: string;
  readonly isUnfinished: boolean;
  /** Carried out with success, and still there. */
  readonly isDone: boolean;
}

/** One operation that the service begins when asked, and keeps a record of. */
export interface Order {
  /** What messages call the record, e.g. `backup`. */
  readonly noun: string;
  /** The argument that takes a record over, and its value. */
  readonly adopt: { readonly argument: string; readonly id: string | undefined };
  /** The arguments that it is made from. */
  readonly arguments: Arguments;
  /** For how long a record that no resource has may be of a run that was cut off. Milliseconds. */
  readonly doubtfulFor: number;
  /** What a second one does, for messages, e.g. `, which overwrites all data once more`; or nothing. */
  readonly secondMeans: string;
  /** Asks for it, and returns the id of the record if the answer has one. */
  send(options: CallOptions): Promise<string | undefined>;
  /** The records that such an order, and no other, makes. */
  list(options: CallOptions): Promise<Ordered[]>;
}
