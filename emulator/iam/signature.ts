import { createHash, createHmac } from "node:crypto";
import { account } from "../account";
import { gatewayError } from "../errors";
import { type Call, header } from "../http/call";

const form =
  /^SDK-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]*)\/([^/]*)\/sdk_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
const toleranceMs = 15 * 60 * 1000;

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, data: string) => createHmac("sha256", key).update(data).digest();

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function canonicalPath(path: string): string {
  const encoded = decodeURIComponent(path).split("/").map(encode).join("/");
  return encoded.endsWith("/") ? encoded : `${encoded}/`;
}

/** Of a repeated key only the first value counts. */
function queryPairs(query: URLSearchParams): [string, string][] {
  return [...new Set(query.keys())].map((key) => [key, query.get(key) ?? ""]);
}

function canonicalQuery(query: URLSearchParams): string {
  return queryPairs(query)
    .map(([key, value]) => ({ key: encode(key).toLowerCase(), pair: `${encode(key)}=${encode(value)}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ pair }) => pair)
    .join("&");
}

/** The part of a call that is signed. */
export type SignedRequest = Pick<Call, "method" | "path" | "query" | "headers" | "raw">;

function canonicalRequest(call: SignedRequest, signed: readonly string[]): string {
  // A POST without a body signs its query as the payload instead.
  const queryIsPayload = call.method === "POST" && call.raw.length === 0;
  const sorted = new URLSearchParams(queryPairs(call.query).sort(([a], [b]) => (a < b ? -1 : 1)));
  const payload = queryIsPayload ? sorted.toString() : call.raw;
  const headers = signed.map((name) => `${name}:${(header(call, name) ?? "").replace(/\s+/g, " ")}\n`);
  return [
    call.method,
    canonicalPath(call.path),
    queryIsPayload ? "" : canonicalQuery(call.query),
    headers.join(""),
    signed.join(";"),
    header(call, "x-sdk-content-sha256") ?? sha256(payload),
  ].join("\n");
}

function dateOf(stamp: string): number {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp) ?? [];
  return Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi), Number(s));
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

/** What is wrong with a signed request; `undefined` when its signature is the one that comes out here. */
function problem(call: Call): string | undefined {
  const match = form.exec(header(call, "authorization") ?? "");
  const stamp = header(call, "x-sdk-date") ?? "";
  if (match === null) return "the Authorization header is malformed";
  const [, accessKey, day = "", region = "", service = "", names = "", signature] = match;
  if (accessKey !== account.accessKey) return "Get secretKey failed, ak not exist";
  if (!(Math.abs(call.world.clock.now() - dateOf(stamp)) <= toleranceMs)) return "x-sdk-date expired";
  const signedHeaders = names.split(";");
  const covered = signedHeaders.includes("host") && signedHeaders.includes("x-sdk-date");
  const expected = expectedSignature(call, { secretKey: account.secretKey, day, region, service, signedHeaders });
  return covered && expected === signature ? undefined : "verify aksk signature fail";
}

/** Re-computes the signature of a request made with the account's access key; refuses as the API gateway does. */
export function verifySignature(call: Call): void {
  const found = problem(call);
  if (found === undefined) return;
  throw gatewayError(401, "APIGW.0301", `Incorrect IAM authentication information: ${found}`, call.requestId);
}
