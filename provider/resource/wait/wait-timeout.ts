import { ApiError } from "../../http/errors/api-error";
import type { Wait, WaitPurpose } from "../describe/wait";
import { messageOf } from "../state/partial-failure";
import { formatDuration } from "./duration";

/** What a waiting resource has not reached yet. */
const STILL = {
  "to be created": (after: string) => `still creating after ${after}`,
  "to be running": (after: string) => `still not running after ${after}`,
  "to be deleted": (after: string) => `still deleting after ${after}`,
  "to be free for deletion": (after: string) => `still too busy to be deleted after ${after}`,
  "to be gone, so that its name is free": (after: string) => `still deleting after ${after}, so its name is not free`,
} as const satisfies Record<WaitPurpose, (after: string) => string>;

/** What the wait has seen so far. */
export interface Shown {
  /** Status at the latest successful look; `undefined` if the service did not know the resource. */
  readonly latest?: { readonly status: string | undefined; readonly progress?: string };
  /** Why later looks have failed. */
  readonly failure?: unknown;
}

function why(failure: unknown): string {
  const away = failure instanceof ApiError && ["network", "timeout"].includes(failure.kind);
  return away && failure.serviceMessage
    ? `The service cannot be reached: ${failure.serviceMessage}`
    : `The last look failed: ${messageOf(failure)}`;
}

/** The progress of a wait: what is waited for, the status, and why the status may be out of date. */
export function progressOf({ label, what }: Wait, after: string, { latest, failure }: Shown): string {
  const last = failure === undefined ? "" : "last known ";
  const far = latest?.progress === undefined ? "" : `, ${latest.progress}`;
  const status = latest?.status === undefined ? "unknown to the service" : `${last}status ${latest.status}${far}`;
  const known = latest === undefined ? "no status known yet" : status;
  return `${label}: ${STILL[what](after)}; ${known}${failure === undefined ? "" : `. ${why(failure)}`}`;
}

/** The time limit has passed. The message says what was seen last. */
export class WaitTimeout extends Error {
  constructor(wait: Wait, shown: Shown) {
    super(progressOf(wait, `${formatDuration(wait.limit ?? wait.timeout)} (the time limit)`, shown));
    this.name = "WaitTimeout";
  }
}
