import type { Method } from "../http/exchange/request";

/** What a successful answer must look like. Any other answer comes from something in between and means nothing. */
export interface Expectation {
  readonly holds: (body: unknown) => boolean;
  /** What messages call an answer of another shape. */
  readonly otherwise: string;
}

/** One call to the DCS API, as its reference page writes it. */
export interface ApiRequest {
  readonly method: Method;
  /** Path as documented. The client fills in `{project_id}`; everything else is already encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: object;
  /** Name of the call in error messages, e.g. `create the cache "sessions"`. */
  readonly purpose: string;
  /** An answer of another shape is a failure; a reading call is then tried again. Default: any shape. */
  readonly expects?: Expectation;
}

export interface CallOptions {
  /** Milliseconds since the epoch. No try starts later; the bounds of the retry rules apply as well. */
  readonly deadline?: number;
  /** Called before each try. If it throws, the call ends and nothing is sent. */
  readonly beforeTry?: () => Promise<void>;
}

/** A file that the service keeps elsewhere. */
export interface LinkedFile {
  readonly link: string;
  /** Name of the download in error messages, e.g. `download the certificate of the cache "sessions"`. */
  readonly purpose: string;
}

/** The DCS of one project in one region. It signs in and retries; every failure is an {@link ApiError}. */
export interface DcsClient {
  readonly region: string;
  /** Signs in and returns the project id, the one that fills `{project_id}`. */
  projectId(): Promise<string>;
  /** Base URL without path: the override, else from the catalogue, else the default. */
  endpoint(): Promise<string>;
  /** Parsed JSON body of any 2xx answer; `undefined` for an empty one. */
  request<T>(request: ApiRequest, options?: CallOptions): Promise<T>;
  /** A file behind a link of the service. The link alone gives access, so no credentials are sent, and it is a secret. */
  download(file: LinkedFile, options?: CallOptions): Promise<Buffer>;
}
