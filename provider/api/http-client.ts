import { readFileSync } from "node:fs";
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import axios, { type AxiosInstance, isAxiosError } from "axios";
import { errorBody } from "./error-body";
import { ApiError, type ApiErrorDetails } from "./errors";

/** One HTTP exchange: absolute URL, exact body. */
export interface HttpCall {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as it is, so that a signature over it holds. */
  readonly body?: string;
  readonly purpose: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface HttpOptions {
  readonly caCertFile?: string;
  readonly insecure?: boolean;
  /** Milliseconds for one exchange. Default 30,000. */
  readonly timeout?: number;
}

/** An answer of another class than 2xx, with what retries need to know. */
export class HttpRefusal extends ApiError {
  constructor(
    details: ApiErrorDetails,
    /** Header `Retry-After` as sent. */
    readonly retryAfter?: string,
  ) {
    super(details);
  }
}

const DEFAULT_TIMEOUT = 30_000;

// Nothing left this machine: the name did not resolve or nobody listened.
const NEVER_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

const pathOf = (url: string): string => new URL(url).pathname;

function transportFailure(call: HttpCall, error: unknown): ApiError {
  const code = isAxiosError(error) ? error.code : undefined;
  const timedOut = code === "ECONNABORTED" || code === "ETIMEDOUT";
  const host = new URL(call.url).host;
  return new ApiError({
    kind: timedOut ? "timeout" : "network",
    method: call.method,
    path: pathOf(call.url),
    purpose: call.purpose,
    serviceMessage: `${host}${code ? ` (${code})` : ""}`,
    notDone: code !== undefined && NEVER_SENT.has(code),
    remedy: timedOut ? undefined : "check the network, otc:region / OS_REGION_NAME and the configured addresses",
  });
}

/** Sends HTTP calls over kept-alive connections; the only place that knows axios. Throws {@link ApiError} only. */
export class HttpClient {
  readonly #axios: AxiosInstance;

  constructor({ caCertFile, insecure = false, timeout = DEFAULT_TIMEOUT }: HttpOptions = {}) {
    this.#axios = axios.create({
      timeout,
      httpAgent: new HttpAgent({ keepAlive: true }),
      httpsAgent: new HttpsAgent({
        keepAlive: true,
        rejectUnauthorized: !insecure,
        ca: caCertFile === undefined ? undefined : readFileSync(caCertFile),
      }),
      // A redirect would carry the credentials elsewhere.
      maxRedirects: 0,
      validateStatus: () => true,
      responseType: "text",
      transformRequest: [(data) => data],
      transformResponse: [(data) => data],
    });
  }

  /** Answers any 2xx; everything else is thrown. */
  async send(call: HttpCall): Promise<HttpAnswer> {
    const { method, url, headers, body: data } = call;
    const answer = await this.#axios.request<string>({ method, url, headers, data }).catch((error: unknown) => {
      throw transportFailure(call, error);
    });
    const body = answer.data ?? "";
    const given = Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
    );
    if (answer.status >= 200 && answer.status < 300) return { status: answer.status, headers: given, body };
    const said = errorBody(body);
    throw new HttpRefusal(
      {
        kind: "http",
        method,
        path: pathOf(url),
        purpose: call.purpose,
        status: answer.status,
        code: said.code,
        serviceMessage: said.message,
        requestId: said.requestId ?? given["x-request-id"],
        notDone: answer.status < 500,
      },
      given["retry-after"],
    );
  }
}
