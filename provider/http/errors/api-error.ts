import {
  BUSY_CODES,
  BUSY_NUMBERS,
  ERROR_CODES,
  type ErrorCode,
  GATEWAY_CODES,
  NOT_FOUND_NUMBERS,
} from "../../client/error-codes";
import { codeSpellings, numberOf } from "../../client/error-number";
import { redact } from "../secrets/redact";

export interface Failure {
  /** `http`: an answer that refuses. `malformed`: a success that cannot be read. */
  readonly kind: "http" | "network" | "timeout" | "malformed";
  readonly method: string;
  readonly path: string;
  readonly purpose: string;
  /** HTTP status. */
  readonly status?: number;
  /** As the service spelled it. */
  readonly code?: string;
  readonly serviceMessage?: string;
  readonly requestId?: string;
  /** It is certain that the service did nothing. */
  readonly notDone: boolean;
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
  readonly lasting?: boolean;
  /** Ids of instances in an answer that cannot be read otherwise. */
  readonly instanceIds?: readonly string[];
}

function known(code: string | undefined): ErrorCode | undefined {
  const number = numberOf(code);
  return number === undefined ? GATEWAY_CODES[/^APIGW?\.(\d{4})$/.exec(code ?? "")?.[1] ?? ""] : ERROR_CODES[number];
}

function sentence(failure: Failure): string {
  const { purpose, status, code, serviceMessage, requestId } = failure;
  const entry = known(code);
  const said = (serviceMessage ?? entry?.meaning ?? "no reason was given").replace(/[.\s]+$/, "");
  // IAM repeats the HTTP status as its code.
  const codes = code === undefined || code === String(status) ? [] : codeSpellings(code, status);
  const facts = [
    ...(codes.length > 0 ? [codes.join(" / ")] : []),
    ...(status === undefined ? [] : [`HTTP ${status}`]),
    ...(requestId === undefined ? [] : [`request id ${requestId}`]),
  ];
  const remedy = failure.remedy ?? entry?.remedy;
  return `cannot ${purpose}: ${said}${facts.length > 0 ? ` (${facts.join(", ")})` : ""}${remedy ? `; ${remedy}` : ""}`;
}

/** The one failure of a call. Its message is one line for people; no secret is in it or in its fields. */
export class ApiError extends Error {
  readonly kind: Failure["kind"];
  readonly method: string;
  readonly path: string;
  readonly purpose: string;
  readonly status?: number;
  readonly code?: string;
  /** The number both spellings of a DCS code share: 4026 for `DCS.4026` and `111400026`. */
  readonly number?: number;
  readonly serviceMessage?: string;
  readonly requestId?: string;
  readonly notDone: boolean;
  readonly retryAfter?: number;
  readonly serverTime?: number;
  readonly unreachable: boolean;
  readonly answeredBefore: boolean;
  readonly lasting: boolean;
  readonly instanceIds: readonly string[];

  constructor(failure: Failure) {
    super(redact(sentence(failure)));
    this.name = "ApiError";
    const clean = (text: string | undefined) => (text === undefined ? undefined : redact(text));
    this.kind = failure.kind;
    this.method = failure.method;
    this.path = redact(failure.path);
    this.purpose = redact(failure.purpose);
    this.status = failure.status;
    this.code = clean(failure.code);
    this.number = numberOf(failure.code);
    this.serviceMessage = clean(failure.serviceMessage);
    this.requestId = clean(failure.requestId);
    this.notDone = failure.notDone;
    this.retryAfter = failure.retryAfter;
    this.serverTime = failure.serverTime;
    this.unreachable = failure.unreachable ?? false;
    this.answeredBefore = failure.answeredBefore ?? false;
    this.lasting = failure.lasting ?? false;
    this.instanceIds = failure.instanceIds ?? [];
  }
}

/** The same failure with another remedy or other words. */
export const reworded = (
  error: ApiError,
  words: { purpose?: string; serviceMessage?: string; remedy?: string },
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
    notDone: error.notDone,
    retryAfter: error.retryAfter,
    serverTime: error.serverTime,
    unreachable: error.unreachable,
    answeredBefore: error.answeredBefore,
    lasting: error.lasting,
    instanceIds: error.instanceIds,
    ...words,
  });

/** Too many calls: the service did nothing. */
export const isThrottled = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 429 || /^APIGW?\.0308$/.test(error.code ?? ""));

/** A failure that passes by itself: it says nothing of what was asked for. */
export const isPassing = (error: unknown): boolean =>
  error instanceof ApiError &&
  !error.lasting &&
  (error.kind !== "http" || isThrottled(error) || (error.status ?? 0) >= 500);

/** The service does not know the instance (any more). */
export const isNotFound = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.number !== undefined && NOT_FOUND_NUMBERS.has(error.number);

/** The instance is occupied; the same call succeeds later. */
export const isBusy = (error: unknown): error is ApiError =>
  error instanceof ApiError &&
  ((error.number !== undefined && BUSY_NUMBERS.has(error.number)) || BUSY_CODES.has(error.code ?? ""));

/** A modifying call whose effect is not known: it must be looked up, never repeated. */
export const isAmbiguous = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.method !== "GET" && !error.notDone;

/** The service does not accept who asks. */
export const isUnauthorized = (error: unknown): error is ApiError => error instanceof ApiError && error.status === 401;
