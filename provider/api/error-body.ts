/** What an error answer says, whichever of the documented shapes it has. */
export interface ErrorBody {
  readonly code?: string;
  readonly message?: string;
  readonly requestId?: string;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null;

const text = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number" ? String(value) : undefined;

const LONGEST = 300;
const short = (message: string | undefined): string | undefined =>
  message === undefined ? undefined : message.replace(/\s+/g, " ").trim().slice(0, LONGEST);

/**
 * Reads the four shapes: DCS v1.0 (`error.code`, `error.message`), DCS v2 and the gateway (`error_code`, `error_msg`),
 * IAM (`error.code` is a number there), and the flat `code`, `message`. HTML of a proxy says nothing of use.
 */
export function errorBody(body: string): ErrorBody {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return {};
  }
  if (!isObject(parsed)) return {};
  const nested = isObject(parsed.error) ? parsed.error : {};
  const extra = text(parsed.error_ext_msg ?? nested.ext_message ?? parsed.ext_message);
  const message = text(parsed.error_msg ?? nested.message ?? parsed.message);
  return {
    code: text(parsed.error_code ?? nested.code ?? parsed.code),
    message: short(extra ? `${message} (${extra})` : message),
    requestId: text(parsed.request_id),
  };
}
