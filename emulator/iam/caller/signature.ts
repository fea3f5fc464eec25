import { createHash, createHmac } from "node:crypto";
import { type Call, header } from "../../world/call/call";

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, data: string) => createHmac("sha256", key).update(data).digest();

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function canonicalPath(path: string): string {
  const encoded = decodeURIComponent(path).split("/").map(encode).join("/");
  return encoded.endsWith("/") ? encoded : `${encoded}/`;
}

/** Of a repeated key only the first value counts; keys are sorted whatever their case. */
function canonicalQuery(query: URLSearchParams): string {
  return [...new Set(query.keys())]
    .map((key) => [encode(key), encode(query.get(key) ?? "")] as const)
    .sort(([a], [b]) => compare(a.toLowerCase(), b.toLowerCase()) || compare(a, b))
    .map((pair) => pair.join("="))
    .join("&");
}

/** The query as a form would send it: every value of every key. */
function queryPayload(query: URLSearchParams): string {
  const pairs = [...query].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return pairs
    .map((pair) => pair.map(encode).join("="))
    .join("&")
    .replaceAll("%20", "+");
}

/** A header as its bytes were meant: Node reads them as Latin-1, signers write UTF-8. */
function headerText(request: SignedRequest, name: string): string {
  return Buffer.from(header(request, name) ?? "", "latin1").toString("utf8");
}

/** The part of a call that is signed. */
export type SignedRequest = Pick<Call, "method" | "path" | "query" | "headers" | "raw">;

/** A POST without a body signs its query as the payload instead. */
const queryIsPayload = ({ method, raw }: SignedRequest) => method === "POST" && raw.length === 0;

/** The hash of what is to be protected besides the headers. */
export function payloadHash(request: SignedRequest): string {
  return sha256(queryIsPayload(request) ? queryPayload(request.query) : request.raw);
}

function canonicalRequest(request: SignedRequest, signed: readonly string[]): string {
  const headers = signed.map((name) => `${name}:${headerText(request, name).replace(/\s+/g, " ")}\n`);
  return [
    request.method,
    canonicalPath(request.path),
    queryIsPayload(request) ? "" : canonicalQuery(request.query),
    headers.join(""),
    signed.join(";"),
    header(request, "x-sdk-content-sha256") ?? payloadHash(request),
  ].join("\n");
}

/** What a signature is made of besides the request: the secret, and the scope the credential names. */
export interface Scope {
  readonly secretKey: string;
  readonly day: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
}

/** The signature a request should bear. */
export function expectedSignature(request: SignedRequest, scope: Scope): string {
  const { secretKey, day, region, service } = scope;
  const text = [
    "SDK-HMAC-SHA256",
    header(request, "x-sdk-date"),
    `${day}/${region}/${service}/sdk_request`,
    sha256(canonicalRequest(request, scope.signedHeaders)),
  ].join("\n");
  const key = hmac(hmac(hmac(hmac(`SDK${secretKey}`, day), region), service), "sdk_request");
  return hmac(key, text).toString("hex");
}
