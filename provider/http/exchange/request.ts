export type Headers = Readonly<Record<string, string>>;

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/** A request as it goes out. */
export interface HttpRequest {
  readonly method: Method;
  readonly url: string;
  /** Path for messages, without host and query. */
  readonly path: string;
  readonly headers: Headers;
  /** JSON, serialized once: a signature covers exactly these bytes. */
  readonly body?: string;
  readonly purpose: string;
  /** True if the call changes nothing at the service, e.g. a sign-in. Default: true for GET. */
  readonly changesNothing?: boolean;
  /** True: the answer is a file, and its body a `Buffer`. Default: JSON. */
  readonly isFile?: true;
}

export interface HttpAnswer {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Parsed JSON, or the bytes of a file; `undefined` for an empty body. */
  readonly body: unknown;
}

/** Sends once. Every failure is an `ApiError`. */
export type Send = (request: HttpRequest) => Promise<HttpAnswer>;
