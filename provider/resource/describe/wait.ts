/** What a read or a list shows of a resource. */
export interface Sighting {
  readonly id: string;
  /** As the service writes it. */
  readonly status: string;
  /** How far it is, for people, e.g. `40 %`. */
  readonly progress?: string;
  /** Why it failed, if it has. */
  readonly reason?: string;
}

/** What was seen of a resource; `undefined` if the service does not know it. */
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
  /** True ends the wait, false continues it. An error ends it and is thrown to the caller. */
  readonly arrived: (seen: Seen, waited: number) => boolean;
  /** Milliseconds from now. */
  readonly timeout: number;
  /** The limit that messages name if this wait is the rest of a longer step. Default: `timeout`. */
  readonly limit?: number;
  readonly what: WaitPurpose;
}
