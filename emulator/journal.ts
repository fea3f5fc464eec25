/** One call the emulator answered; passwords, passcodes and token ids in the body are replaced by `***`. */
export interface JournalEntry {
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly status: number;
  /** Milliseconds since the epoch. */
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
