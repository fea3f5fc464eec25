import { CODES, type CodeMeaning, normalised } from "./error-codes";
import { redact } from "./redact";

export type ErrorKind = "http" | "network" | "timeout" | "malformed";

export interface ApiErrorDetails {
  readonly kind: ErrorKind;
  readonly method: string;
  /** Path without query. */
  readonly path: string;
  /** What was attempted, in words. */
  readonly purpose: string;
  readonly status?: number;
  /** As the service wrote it. */
  readonly code?: string;
  readonly serviceMessage?: string;
  readonly requestId?: string;
  /** Certain that the service did nothing: it was never reached, or it refused. */
  readonly notDone: boolean;
  /** What else the user should know or do; wins over the remedy of the code. */
  readonly remedy?: string;
}

const PROBLEM: Readonly<Record<ErrorKind, string>> = {
  http: "the service refused",
  network: "the service could not be reached",
  timeout: "the service did not answer in time",
  malformed: "the service's answer could not be read",
};

function sentence(details: ApiErrorDetails, number: number | undefined, meaning: CodeMeaning | undefined): string {
  const said = details.serviceMessage ? `: ${details.serviceMessage.replace(/\.$/, "")}` : "";
  const what = meaning
    ? `${meaning.words}${said ? ` (the service says${said})` : ""}`
    : `${PROBLEM[details.kind]}${said}`;
  const facts = [
    details.code && number !== undefined && details.code !== `DCS.${number}` ? `DCS.${number}` : undefined,
    details.code && `code ${details.code}`,
    details.status && `HTTP ${details.status}`,
    details.requestId && `request ${details.requestId}`,
  ].filter(Boolean);
  const remedy = details.remedy ?? meaning?.remedy;
  return `could not ${details.purpose}: ${what}${facts.length > 0 ? ` [${facts.join(", ")}]` : ""}${remedy ? `; ${remedy}` : ""}`;
}

/** Every failure of a call. Its message is one line for people, without secrets by construction. */
export class ApiError extends Error {
  readonly kind: ErrorKind;
  readonly status?: number;
  readonly code?: string;
  /** The code in the newer numbering, e.g. 4026 for `DCS.4026` and `111400026`. */
  readonly number?: number;
  readonly serviceMessage?: string;
  readonly requestId?: string;
  readonly method: string;
  readonly path: string;
  readonly purpose: string;
  readonly notDone: boolean;

  constructor(details: ApiErrorDetails) {
    const number = normalised(details.code);
    super(redact(sentence(details, number, number === undefined ? undefined : CODES[number])));
    this.name = "ApiError";
    this.kind = details.kind;
    this.status = details.status;
    this.code = details.code;
    this.number = number;
    this.serviceMessage = details.serviceMessage === undefined ? undefined : redact(details.serviceMessage);
    this.requestId = details.requestId;
    this.method = details.method;
    this.path = redact(details.path);
    this.purpose = redact(details.purpose);
    this.notDone = details.notDone;
  }
}

const hasKind = (error: unknown, kind: CodeMeaning["kind"]): boolean =>
  error instanceof ApiError && error.number !== undefined && CODES[error.number]?.kind === kind;

/** The instance does not exist: HTTP 404 of the service, or its 400 that says the same. */
export const isNotFound = (error: unknown): boolean => hasKind(error, "gone");

/** Another task of the instance is in the way. */
export const isBusy = (error: unknown): boolean => hasKind(error, "busy");

/** The service may or may not have carried out the call. */
export const isAmbiguous = (error: unknown): boolean => error instanceof ApiError && !error.notDone;
