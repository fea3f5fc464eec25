import { canonicalHeaders } from "./canonical-headers";
import { canonicalPath } from "./canonical-path";
import { canonicalQuery } from "./canonical-query";
import { payloadHash } from "./payload-hash";
import { queryPayload } from "./query-payload";

/** A request as far as it is signed. */
export interface SignedPart {
  readonly method: string;
  readonly url: string;
  /** Exactly the text that is sent. */
  readonly body?: string;
  /** The headers to sign, all of them. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The text whose hash is signed. */
export function canonicalRequest({ method, url, body, headers }: SignedPart): string {
  const { pathname, search } = new URL(url);
  // A peculiarity of the algorithm: a POST without a body signs its query as the body.
  const queryIsPayload = method.toUpperCase() === "POST" && body === undefined;
  const { lines, names } = canonicalHeaders(headers);
  return [
    method.toUpperCase(),
    canonicalPath(pathname),
    queryIsPayload ? "" : canonicalQuery(search),
    lines,
    names,
    payloadHash(queryIsPayload ? queryPayload(search) : (body ?? ""), headers),
  ].join("\n");
}
