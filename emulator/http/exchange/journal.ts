import type { FaultKind } from "../../faults/fault";

/** One call, noted when it comes in; passwords, passcodes and token ids in the body are replaced by `***`. */
export interface JournalEntry {
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Status of the answer; 0 as long as none was given. */
  readonly status: number;
  /** Whether the service did what was asked, whatever the caller was told. */
  readonly done: boolean;
  /** The faults that struck this call. */
  readonly faults: readonly FaultKind[];
  /** When it came in, in milliseconds since the epoch. */
  readonly at: number;
}

const secretKeys = /password|passcode/i;

/** A copy of `value` that can be printed. */
export function redact(value: unknown, key = "", parent = ""): unknown {
  if (typeof value === "string") {
    const secret = (secretKeys.test(key) && key !== "no_password_access") || (parent === "token" && key === "id");
    return secret ? "***" : value;
  }
  if (Array.isArray(value)) return value.map((item) => redact(item));
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, redact(item, name, key)]));
  }
  return value;
}
