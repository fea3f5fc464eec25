import type { CallOptions } from "../../client/dcs-client";

/** A record that an order makes. */
export interface Ordered {
  readonly id: string;
  /** UTC, as the service writes it. */
  readonly createdAt?: string;
  readonly isUnfinished: boolean;
}

/** One operation that the service begins when asked, and keeps a record of. */
export interface Order {
  /** What messages call the record, e.g. `backup`. */
  readonly noun: string;
  /** Asks for it, and returns the id of the record if the answer has one. */
  send(options: CallOptions): Promise<string | undefined>;
  /** The records that such an order, and no other, makes. */
  list(options: CallOptions): Promise<Ordered[]>;
}
