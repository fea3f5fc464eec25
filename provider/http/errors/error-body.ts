import { isObject } from "../exchange/json";
import { redact } from "../secrets/redact";

/** What an error answer says, from the service or from something in between. */
export interface ErrorBody {
  /** As the service writes it; a number becomes its digits. */
  readonly code?: string;
  readonly message?: string;
  readonly requestId?: string;
}

type Fields = Readonly<Record<string, unknown>>;

const LONGEST = 500;

/** One line of bounded length. Secrets are masked before the cut, because half a secret would not be recognised. */
function line(text: string): string {
  const flat = redact(text).replace(/\s+/g, " ").trim();
  return flat.length > LONGEST ? `${flat.slice(0, LONGEST)}...` : flat;
}

function first(fields: Fields, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fields[name];
    if (typeof value === "number") return String(value);
    if (typeof value === "string" && value.trim() !== "") return line(value);
  }
  return undefined;
}

function ofHtml(text: string): ErrorBody {
  const heading = /<(title|h1)[^>]*>([^<]*)<\/\1>/i.exec(text)?.[2];
  return { message: heading ? line(`${heading} (an HTML page, not the service's own answer)`) : "an HTML page" };
}

/**
 * Reads the error of an answer: fields at the top or in `error`, with or without the prefix `error_`, or an HTML page of
 * something in between. Returns what it finds and never throws.
 */
export function parseErrorBody(text: string): ErrorBody {
  if (text.trim() === "") return {};
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return /<\w+[\s>]/.test(text) ? ofHtml(text) : { message: line(text) };
  }
  if (!isObject(body)) return { message: line(text) };
  const fields: Fields = isObject(body.error) ? { ...body, ...body.error } : body;
  const message = first(fields, ["error_msg", "message", "error_description", "title"]);
  const more = first(fields, ["error_ext_msg", "ext_message"]);
  return {
    code: first(fields, ["error_code", "code"]),
    message: more && more !== message ? [message, more].filter(Boolean).join(" ") : message,
    requestId: first(fields, ["request_id"]),
  };
}
