/** What a look at a resource shows. */
export interface Sighting {
  readonly id: string;
  /** As the service spells it. */
  readonly status: string;
  /** Why it failed, where it has. */
  readonly reason?: string;
}

/** What was seen of a resource; `undefined` when the service does not know it. */
export type Seen = Sighting | undefined;

export type WaitPurpose =
  | "to be created"
  | "to be running"
  | "to be deleted"
  | "to be free for deletion"
  | "to be gone, so that its name is free";

export interface Wait {
  readonly id: string;
  /** What messages call it, e.g. `cache "sessions" (<id>)`. */
  readonly label: string;
  /** Ends the wait: true is success, an error is thrown to the caller, false goes on. */
  readonly arrived: (seen: Seen, waited: number) => boolean;
  /** Milliseconds from now. */
  readonly timeout: number;
  /** The limit that messages tell where this wait is the rest of a longer step. Default: `timeout`. */
  readonly limit?: number;
  readonly what: WaitPurpose;
}
