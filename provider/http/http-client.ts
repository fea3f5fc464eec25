import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { TLSSocket } from "node:tls";
import axios, { type AxiosResponse } from "axios";
import { trust } from "./connection/certificates";
import { isLoopback, proxyOf } from "./connection/proxy";
import { ApiError, type CallFailure } from "./errors/api-error";
import { parseErrorBody } from "./errors/error-body";
import type { ExplainCode } from "./errors/explained-code";
import { networkFailure } from "./errors/network-failures";
import type { HttpAnswer, HttpRequest, Send } from "./exchange/request";
import type { SettingLabels } from "./exchange/setting-labels";
import { parseRetryAfter } from "./retry/retry-after";

export interface HttpOptions {
  /** PEM file of authorities to trust in addition. */
  readonly caCertFile?: string;
  /** True: certificates are not verified. */
  readonly insecure: boolean;
  /** Milliseconds for one try, connection to last byte. Default 30,000. */
  readonly timeoutMs?: number;
  readonly userAgent: string;
  /** Explains the error codes of the called services. */
  readonly explain: ExplainCode;
  readonly labels: SettingLabels;
}

const changesNothing = (request: HttpRequest): boolean => request.changesNothing ?? request.method === "GET";

/** Bytes of a file that is read into memory. Those of the service are small. */
const LARGEST_FILE = 16 * 1024 * 1024;

function headersOf(response: AxiosResponse): HttpAnswer["headers"] {
  const entries = Object.entries(response.headers as Record<string, unknown>);
  return Object.fromEntries(
    entries.map(([name, value]) => [name.toLowerCase(), value == null ? undefined : String(value)]),
  );
}

function failureOf(request: HttpRequest, details: Omit<CallFailure, "method" | "path" | "purpose">): ApiError {
  const { method, path, purpose } = request;
  return new ApiError({
    method,
    path,
    purpose,
    ...details,
    notExecuted: details.notExecuted || changesNothing(request),
  });
}

function read(request: HttpRequest, response: AxiosResponse<string | Buffer>, explain: ExplainCode): HttpAnswer {
  const { status, data } = response;
  const headers = headersOf(response);
  const text = data?.toString() ?? "";
  if (status < 200 || status > 299) {
    const said = parseErrorBody(text);
    const requestId = said.requestId ?? headers["x-request-id"];
    const retryAfter = parseRetryAfter(headers["retry-after"], Date.now(), headers.date);
    throw failureOf(request, {
      kind: "http",
      status,
      code: said.code,
      explained: said.code === undefined ? undefined : explain(said.code, status, said.message),
      serviceMessage: said.message,
      requestId,
      retryAfter,
      serverTime: Date.parse(headers.date ?? "") || undefined,
      notExecuted: status < 500,
    });
  }
  if (request.isFile) return { headers, body: data };
  if (text.trim() === "") return { headers, body: undefined };
  try {
    return { headers, body: JSON.parse(text) as unknown };
  } catch {
    const serviceMessage = `the answer is not JSON: ${parseErrorBody(text).message ?? "it is cut off"}`;
    const requestId = headers["x-request-id"];
    const answer = text;
    throw failureOf(request, { kind: "malformed", status, serviceMessage, requestId, answer, notExecuted: false });
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

/** A proxy that refuses to open the connection answers in place of the service, and without TLS. */
function refusedByProxy(request: HttpRequest, { status, request: sent }: AxiosResponse): ApiError | undefined {
  if (!request.url.startsWith("https:") || (sent as { socket?: unknown }).socket instanceof TLSSocket) return undefined;
  const serviceMessage = `no way to ${hostOf(request)}, which answered HTTP ${status}`;
  const remedy = PROXY_REFUSALS[status] ?? "allow the host in the proxy, or exclude it with NO_PROXY";
  const permanent = status < 500;
  return failureOf(request, {
    kind: "network",
    serviceMessage,
    remedy,
    notExecuted: true,
    unreachable: true,
    permanent,
  });
}

interface Circumstances extends Pick<HttpOptions, "caCertFile" | "labels"> {
  readonly timeoutMs: number;
  /** The host answered an earlier request. */
  readonly answeredBefore: boolean;
}

function failedToSend(
  request: HttpRequest,
  error: unknown,
  { timeoutMs, answeredBefore, caCertFile, labels }: Circumstances,
): ApiError {
  const host = hostOf(request);
  if (axios.isCancel(error)) {
    const serviceMessage = `${host} did not answer within ${timeoutMs / 1000} s`;
    return failureOf(request, { kind: "timeout", serviceMessage, notExecuted: false });
  }
  // Nothing else of the library's error is kept: it contains the whole request with its secrets.
  const { code, cause } = error as { code?: string; cause?: { syscall?: string; code?: string } };
  const whileConnecting = cause?.syscall === "connect";
  const failure = networkFailure(cause?.code ?? code, { whileConnecting, labels, caCertFile });
  const { words, remedy, notExecuted, permanent } = failure;
  return failureOf(request, {
    kind: "network",
    serviceMessage: `no answer from ${host}: ${words}`,
    remedy,
    notExecuted,
    unreachable: notExecuted,
    answeredBefore,
    permanent,
  });
}

/** Opens the connections of one client. The only place that knows the HTTP library. */
export function openHttp(options: HttpOptions): Send {
  const { caCertFile, insecure, timeoutMs = 30_000, userAgent, explain, labels } = options;
  const authorities = caCertFile === undefined ? undefined : { file: caCertFile, setting: labels.authorities };
  const tls = { secureContext: trust(authorities), rejectUnauthorized: !insecure };
  const pooled = {
    httpAgent: new HttpAgent({ keepAlive: true }),
    httpsAgent: new HttpsAgent({ keepAlive: true, ...tls }),
  };
  // The other side may close a pooled connection just when it is used again. A reading call is then repeated. The effect
  // of a modifying call would be unknown, so each gets a new connection.
  const unpooled = { httpAgent: new HttpAgent(), httpsAgent: new HttpsAgent(tls) };
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
    let response: AxiosResponse<string | Buffer>;
    try {
      response = await http.request<string | Buffer>({
        method: request.method,
        url: request.url,
        data: request.body,
        headers: {
          Accept: request.isFile ? "*/*" : "application/json",
          "User-Agent": userAgent,
          ...(request.body === undefined ? {} : { "Content-Type": "application/json" }),
          ...request.headers,
        },
        ...(request.isFile ? { responseType: "arraybuffer", maxContentLength: LARGEST_FILE } : {}),
        ...(changesNothing(request) ? pooled : unpooled),
        ...(isLoopback(request.url) ? { proxy: false } : {}),
        // The limit covers the whole try. An idle timeout would not end an answer that arrives drop by drop.
        signal: AbortSignal.timeout(timeoutMs),
      });
    } catch (error) {
      throw failedToSend(request, error, { timeoutMs, answeredBefore: answering.has(origin), caCertFile, labels });
    }
    const refused = refusedByProxy(request, response);
    if (refused) throw refused;
    answering.add(origin);
    return read(request, response, explain);
  };
}
