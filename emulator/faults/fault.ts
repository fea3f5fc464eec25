/** Whether the service carries the call out before the fault strikes. Default `undone`: it never learns of the call. */
export type Work = "undone" | "done";

/** What an error body looks like: DCS v1.0 (nested), DCS v2 (flat), the API gateway, IAM, a proxy's page, nothing. */
export type ErrorBody = "dcs" | "v2" | "gateway" | "iam" | "html" | "empty";

/** What an instance does for a time, between a call that was accepted and its outcome. */
export type Operation = "create" | "extend" | "delete" | "restart" | "backup" | "restore";

/** What happens to the connection; the journal notes status 0 where no answer was given. */
export type ConnectionFault =
  /** Closed at once, before the body is read. A port that nobody listens at is `stopListening()`. */
  | { readonly kind: "refused" }
  /** Closed by RST: the client sees ECONNRESET. */
  | { readonly kind: "reset"; readonly work?: Work }
  /** Closed in good order, without an answer: the client sees a hang-up. */
  | { readonly kind: "closed"; readonly work?: Work }
  /** Kept open, never answered; let go when the emulator closes. */
  | { readonly kind: "hang"; readonly work?: Work }
  /** Answered as ever, but `ms` later; the work is done after that time, or before it. */
  | { readonly kind: "slow"; readonly ms: number; readonly work?: Work }
  /** Answered as ever, but the body comes `bytes` (default 1) at a time, `ms` (default 50) apart. */
  | { readonly kind: "dripping"; readonly ms?: number; readonly bytes?: number }
  /** Closed in the middle of the real answer's body. The work is done. */
  | { readonly kind: "cutOff" };

/** What the client gets instead of the service's answer. */
export type AnswerFault =
  /**
   * An HTTP status. `body` defaults to `dcs`, `code` and `message` to what fits the status.
   * `retryAfter`: a number is seconds, a string goes out as it is (an HTTP date).
   */
  | {
      readonly kind: "status";
      readonly status: number;
      readonly work?: Work;
      readonly body?: ErrorBody;
      readonly code?: string;
      readonly message?: string;
      readonly retryAfter?: number | string;
    }
  /** "Wait and try again": HTTP 400 with a code of `busyCodes`; nothing is done. */
  | { readonly kind: "busy"; readonly code: BusyCode }
  /** The status of the real answer with a page of HTML. The work is done. */
  | { readonly kind: "html" }
  /** The real answer without its second half; the length fits what is sent. The work is done. */
  | { readonly kind: "cutJson" }
  /** The status of the real answer with a body no JSON parser takes. The work is done. */
  | { readonly kind: "invalidJson" }
  /** The status of the real answer with this JSON (`[]`, `null`, `{}`: a list without `instances`). The work is done. */
  | { readonly kind: "shape"; readonly json: unknown }
  /** Any answer. `status: 0` closes the connection; a string body goes out as HTML. Nothing is done unless `work` says so. */
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
      readonly work?: Work;
    };

/** What is wrong with the credential of the call, or with the clocks. */
export type CredentialFault =
  /** The token the call bears expires for good: this call and every later one with it is refused. Without a token, no effect. */
  | { readonly kind: "expiredToken" }
  /** For this call the service's clock is `ms` ahead of the true time (negative: behind): in `Date`, and for the age of signatures (15 minutes at most). */
  | { readonly kind: "clockSkew"; readonly ms: number };

/** What becomes of an instance after a call that is answered as ever. Counted where the service accepts the work. */
export type CourseFault =
  /**
   * Ends in `status` with `errorCode`. Default status: CREATEFAILED for `create`, else ERROR; default code
   * `dcs.03.0001`. A delete that fails leaves the instance there. A backup or a restore that fails has a record with
   * `errorCode`, by default `dcs.08.0002`, and leaves the instance as it was.
   */
  | {
      readonly kind: "fails";
      readonly operation: Operation;
      readonly status?: "CREATEFAILED" | "ERROR";
      readonly errorCode?: string;
    }
  /** Takes `ms` instead of its usual time. Default: for ever. */
  | { readonly kind: "stuck"; readonly operation: Operation; readonly ms?: number }
  /**
   * A new instance is missing in lists for `ms`, or in the next `lists` list calls (whichever is longer; with neither,
   * for ever). With `reads`, reading it alone answers 404 as long.
   */
  | { readonly kind: "listLag"; readonly ms?: number; readonly lists?: number; readonly reads?: boolean };

export type Fault = ConnectionFault | AnswerFault | CredentialFault | CourseFault;
export type FaultKind = Fault["kind"];

/** The codes that mean "wait and try again": numbers of the service's catalogue, and one of its billing. */
export const busyCodes = [
  4017,
  4026,
  4049,
  4096,
  4097,
  4104,
  4108,
  4111,
  4113,
  4114,
  4115,
  4116,
  4117,
  4118,
  4120,
  4975,
  "CBC.99003651",
] as const;

export type BusyCode = (typeof busyCodes)[number];

/** Which calls a fault is for; what is absent matches all. */
export interface FaultTarget {
  readonly method?: string;
  /** Tried on the path without query, of DCS and of IAM; a string is the source of a regular expression. */
  readonly path?: RegExp | string;
  /** Id of the project the call is for: in its path, of its token, or the one a sign-in asks for. */
  readonly project?: string;
}

/**
 * A fault and when it strikes.
 *
 * A call is struck by one fault of each sort at most (connection or answer, credential, course of an instance, list
 * lag), the one planned first; a call that an earlier plan takes does not count for a later one.
 *
 * @example emulator.fault({ on: { method: "POST", path: /\/instances$/ }, with: { kind: "reset", work: "done" } });
 */
export interface FaultPlan {
  /**
   * Default: every call. `fails` and `stuck` strike only calls that start their operation, `listLag` only creates, among
   * those that are meant here.
   */
  readonly on?: FaultTarget;
  /** How many matching calls are let through first. Default 0. */
  readonly after?: number;
  /** How many calls are struck then. Default 1; `Infinity`: all. */
  readonly times?: number;
  readonly with: Fault;
}

/** A planned fault. */
export interface FaultHandle {
  /** How many calls it has struck. */
  readonly hits: number;
  /** Strikes no more; what it has begun (an instance that is stuck) goes on. */
  clear(): void;
}
