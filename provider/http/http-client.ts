import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { TLSSocket } from "node:tls";
import axios, { type AxiosResponse } from "axios";
import type { ApiRequest } from "../client/dcs-client";
import { trust } from "./connection/certificates";
import { isLoopback, proxyOf } from "./connection/proxy";
import { ApiError, type Failure } from "./errors/api-error";
import { instanceIdsIn, parseErrorBody } from "./errors/error-body";
import { networkFailure } from "./errors/network-failures";
import { parseRetryAfter } from "./retry/retry-after";

export type Headers = Readonly<Record<string, string>>;

/** A request as it goes out. */
export interface HttpRequest {
  readonly method: ApiRequest["method"];
  readonly url: string;
  /** Path for messages, without host and query. */
  readonly path: string;
  readonly headers: Headers;
  /** JSON, serialized once: a signature covers exactly these bytes. */
  readonly body?: string;
  readonly purpose: string;
  /** Changes nothing at the service whatever its method, e.g. a sign-in. Default: true for GET. */
  readonly changesNothing?: boolean;
}

export interface HttpAnswer {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Parsed JSON; `undefined` for an empty body. */
  readonly body: unknown;
}

/** Sends once. Every failure is an {@link ApiError}. */
export type Send = (request: HttpRequest) => Promise<HttpAnswer>;

export interface HttpOptions {
  /** PEM file of authorities to trust as well. */
  readonly caCertFile?: string;
  /** True: certificates are not verified. */
  readonly insecure: boolean;
  /** Milliseconds for one try, connection to last byte. Default 30,000. */
  readonly timeoutMs?: number;
}

const changesNothing = (request: HttpRequest): boolean => request.changesNothing ?? request.method === "GET";

function headersOf(response: AxiosResponse<string>): HttpAnswer["headers"] {
  const entries = Object.entries(response.headers as Record<string, unknown>);
  return Object.fromEntries(
    entries.map(([name, value]) => [name.toLowerCase(), value == null ? undefined : String(value)]),
  );
}

function failureOf(request: HttpRequest, details: Omit<Failure, "method" | "path" | "purpose">): ApiError {
  const { method, path, purpose } = request;
  return new ApiError({ method, path, purpose, ...details, notDone: details.notDone || changesNothing(request) });
}

function read(request: HttpRequest, response: AxiosResponse<string>): HttpAnswer {
  const { status, data } = response;
  const headers = headersOf(response);
  const text = typeof data === "string" ? data : "";
  if (status < 200 || status > 299) {
    const said = parseErrorBody(text);
    const requestId = said.requestId ?? headers["x-request-id"];
    const retryAfter = parseRetryAfter(headers["retry-after"], Date.now(), headers.date);
    throw failureOf(request, {
      kind: "http",
      status,
      code: said.code,
      serviceMessage: said.message,
      requestId,
      retryAfter,
      serverTime: Date.parse(headers.date ?? "") || undefined,
      notDone: status < 500,
    });
  }
  if (text.trim() === "") return { headers, body: undefined };
  try {
    return { headers, body: JSON.parse(text) as unknown };
  } catch {
    const serviceMessage = `the answer is not JSON: ${parseErrorBody(text).message ?? "it is cut off"}`;
    const requestId = headers["x-request-id"];
    const instanceIds = instanceIdsIn(text);
    throw failureOf(request, { kind: "malformed", status, serviceMessage, requestId, instanceIds, notDone: false });
  }
}

/** A host, and the proxy between us and it. */
function hostOf({ url }: HttpRequest): string {
  const proxy = proxyOf(url);
  return `${new URL(url).host}${proxy ? ` through the proxy ${proxy}` : ""}`;
}

const PROXY_REFUSALS: Readonly<Record<number, string>> = {
  407: "set user and password in HTTPS_PROXY, as http://user:password@host:port",
};

/** A proxy that does not open the way to the service answers in its place, and without TLS. */
function refusedByProxy(request: HttpRequest, { status, request: sent }: AxiosResponse<string>): ApiError | undefined {
  if (!request.url.startsWith("https:") || (sent as { socket?: unknown }).socket instanceof TLSSocket) return undefined;
  const serviceMessage = `no way to ${hostOf(request)}: it answered HTTP ${status}`;
  const remedy = PROXY_REFUSALS[status] ?? "have the proxy let it pass, or except it by NO_PROXY";
  const lasting = status < 500;
  return failureOf(request, { kind: "network", serviceMessage, remedy, notDone: true, unreachable: true, lasting });
}

interface Circumstances {
  readonly timeoutMs: number;
  readonly caCertFile: string | undefined;
  /** The host answered an earlier request. */
  readonly answeredBefore: boolean;
}

function failedToSend(
  request: HttpRequest,
  error: unknown,
  { timeoutMs, answeredBefore, caCertFile }: Circumstances,
): ApiError {
  const host = hostOf(request);
  if (axios.isCancel(error)) {
    const serviceMessage = `${host} did not answer within ${timeoutMs / 1000} s`;
    return failureOf(request, { kind: "timeout", serviceMessage, notDone: false });
  }
  // Nothing else of the foreign error is kept: it holds the whole request, secrets included.
  const { code, cause } = error as { code?: string; cause?: { syscall?: string; code?: string } };
  const failure = networkFailure(cause?.code ?? code, cause?.syscall === "connect", caCertFile);
  const { words, remedy, notDone, lasting } = failure;
  return failureOf(request, {
    kind: "network",
    serviceMessage: `no answer from ${host}: ${words}`,
    remedy,
    notDone,
    unreachable: notDone,
    answeredBefore,
    lasting,
  });
}

/** Opens the connections of one client. The only place that knows the HTTP library. */
export function openHttp({ caCertFile, insecure, timeoutMs = 30_000 }: HttpOptions): Send {
  const tls = { secureContext: trust(caCertFile), rejectUnauthorized: !insecure };
  const kept = {
    httpAgent: new HttpAgent({ keepAlive: true }),
    httpsAgent: new HttpsAgent({ keepAlive: true, ...tls }),
  };
  // A kept connection may be closed by the other side just as it is used again. A reader tries again; for a modifying
  // call that would leave its effect open, so it gets a connection of its own.
  const fresh = { httpAgent: new HttpAgent(), httpsAgent: new HttpsAgent(tls) };
  const http = axios.create({
    // A redirect could lead the credentials elsewhere.
    maxRedirects: 0,
    validateStatus: () => true,
    responseType: "text",
    transformRequest: [(data: unknown) => data],
    transformResponse: [(data: unknown) => data],
    transitional: { silentJSONParsing: false, forcedJSONParsing: false, clarifyTimeoutError: true },
  });
  const answering = new Set<string>();
  return async (request) => {
    const { origin } = new URL(request.url);
    let response: AxiosResponse<string>;
    try {
      response = await http.request<string>({
        method: request.method,
        url: request.url,
        data: request.body,
        headers: {
          Accept: "application/json",
          "User-Agent": "pulumi-otc-dcs",
          ...(request.body === undefined ? {} : { "Content-Type": "application/json" }),
          ...request.headers,
        },
        ...(changesNothing(request) ? kept : fresh),
        ...(isLoopback(request.url) ? { proxy: false } : {}),
        // Over the whole try: a timeout on idleness would let a dripping answer pass.
        signal: AbortSignal.timeout(timeoutMs),
      });
    } catch (error) {
      throw failedToSend(request, error, { timeoutMs, answeredBefore: answering.has(origin), caCertFile });
    }
    const refused = refusedByProxy(request, response);
    if (refused) throw refused;
    answering.add(origin);
    return read(request, response);
  };
}
