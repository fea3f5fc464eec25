import { redact } from "../secrets/redact";
import type { ExplainedCode } from "./explained-code";

export interface CallFailure {
  /** `http`: the answer is an error. `malformed`: the answer is a success that cannot be read. */
  readonly kind: "http" | "network" | "timeout" | "malformed";
  readonly method: string;
  readonly path: string;
  readonly purpose: string;
  /** HTTP status. */
  readonly status?: number;
  /** As the service wrote it. */
  readonly code?: string;
  readonly serviceMessage?: string;
  readonly requestId?: string;
  /** It is certain that the service did nothing. */
  readonly notExecuted: boolean;
  /** What to do; default: what the error's code asks for. */
  readonly remedy?: string;
  /** Milliseconds the service asked to wait. */
  readonly retryAfter?: number;
  /** When the service answered, by its own clock: milliseconds since the epoch. */
  readonly serverTime?: number;
  /** Nothing could be sent: no such host, connection refused. */
  readonly unreachable?: boolean;
  /** The same host has answered before, so its address is right. */
  readonly answeredBefore?: boolean;
  /** Another try cannot help. */
  readonly permanent?: boolean;
  /** What the code means at the service. */
  readonly explained?: ExplainedCode;
  /** Text of a `malformed` answer. */
  readonly answer?: string;
}

function sentence(failure: CallFailure): string {
  const { purpose, status, code, serviceMessage, requestId, explained } = failure;
  const said = (serviceMessage ?? explained?.meaning ?? "no reason was given").replace(/[.\s]+$/, "");
  // IAM repeats the HTTP status as its code.
  const codes = code === undefined || code === String(status) ? [] : (explained?.forms ?? [code]);
  const facts = [
    ...(codes.length > 0 ? [codes.join(" / ")] : []),
    ...(status === undefined ? [] : [`HTTP ${status}`]),
    ...(requestId === undefined ? [] : [`request id ${requestId}`]),
  ];
  const remedy = failure.remedy ?? explained?.remedy;
  const cause = `cannot ${purpose}: ${said}${facts.length > 0 ? ` (${facts.join(", ")})` : ""}`;
  const advice = [...(isUnnamed(explained?.property, `${cause} ${remedy}`) ? [explained?.property] : []), remedy];
  return [cause, advice.filter(Boolean).join(": ")].filter(Boolean).join("; ");
}

/** Whether no word of the text is the argument, so that a reader would have to guess it. */
function isUnnamed(property: string | undefined, text: string): boolean {
  if (property === undefined) return false;
  const last = property.split(".").at(-1);
  return !text.split(/[^\w]+/).includes(last as string);
}

/** Characters kept, so that a caller can search them. No message shows them. */
const LONGEST_ANSWER = 10_000;

/** The only error of a call. Its message is one line for people. Neither the message nor a field contains a secret. */
export class ApiError extends Error {
  readonly kind: CallFailure["kind"];
  readonly method: string;
  readonly path: string;
  readonly purpose: string;
  readonly status?: number;
  readonly code?: string;
  readonly explained?: ExplainedCode;
  /** The number that all forms of the code share. */
  readonly number?: number;
  readonly serviceMessage?: string;
  readonly requestId?: string;
  readonly notExecuted: boolean;
  readonly retryAfter?: number;
  readonly serverTime?: number;
  readonly unreachable: boolean;
  readonly answeredBefore: boolean;
  readonly permanent: boolean;
  /** Text of a `malformed` answer, up to a bounded length. */
  readonly answer?: string;

  constructor(failure: CallFailure) {
    super(redact(sentence(failure)));
    this.name = "ApiError";
    const clean = (text: string | undefined) => (text === undefined ? undefined : redact(text));
    this.kind = failure.kind;
    this.method = failure.method;
    this.path = redact(failure.path);
    this.purpose = redact(failure.purpose);
    this.status = failure.status;
    this.code = clean(failure.code);
    this.explained = failure.explained;
    this.number = failure.explained?.number;
    this.serviceMessage = clean(failure.serviceMessage);
    this.requestId = clean(failure.requestId);
    this.notExecuted = failure.notExecuted;
    this.retryAfter = failure.retryAfter;
    this.serverTime = failure.serverTime;
    this.unreachable = failure.unreachable ?? false;
    this.answeredBefore = failure.answeredBefore ?? false;
    this.permanent = failure.permanent ?? false;
    this.answer = clean(failure.answer)?.slice(0, LONGEST_ANSWER);
  }
}

/** The same failure with another remedy or other words. */
export const reworded = (
  error: ApiError,
  words: { purpose?: string; serviceMessage?: string; remedy?: string; explained?: ExplainedCode },
): ApiError =>
  new ApiError({
    kind: error.kind,
    method: error.method,
    path: error.path,
    purpose: error.purpose,
    status: error.status,
    code: error.code,
    serviceMessage: error.serviceMessage,
    requestId: error.requestId,
    notExecuted: error.notExecuted,
    retryAfter: error.retryAfter,
    serverTime: error.serverTime,
    unreachable: error.unreachable,
    answeredBefore: error.answeredBefore,
    permanent: error.permanent,
    explained: error.explained,
    answer: error.answer,
    ...words,
  });

/** Too many calls: the service did nothing. */
export const isThrottled = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 429 || error.explained?.throttled === true);

/** A transient failure: it says nothing about what was asked for. */
export const isTransient = (error: unknown): boolean =>
  error instanceof ApiError &&
  !error.permanent &&
  (error.kind !== "http" || isThrottled(error) || (error.status ?? 0) >= 500);

/** A modifying call whose effect is unknown. The effect must be looked up; the call must not be repeated. */
export const isAmbiguous = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.method !== "GET" && !error.notExecuted;

/** The service does not accept the sign-in. */
export const isUnauthorized = (error: unknown): error is ApiError => error instanceof ApiError && error.status === 401;
