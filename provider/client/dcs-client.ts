import type { Method } from "../http/exchange/request";

/** What a successful answer must look like. Anything else comes from something in between, and says nothing. */
export interface Expectation {
  readonly holds: (body: unknown) => boolean;
  /** What an answer of another shape is called. */
  readonly otherwise: string;
}

/** One call to the DCS API, as its reference page writes it. */
export interface ApiRequest {
  readonly method: Method;
  /** Path as documented; `{project_id}` is filled in by the client, everything else is already encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: object;
  /** Name of the call in error messages, e.g. `create the cache "sessions"`. */
  readonly purpose: string;
  /** An answer of another shape is a failure, tried again as one where the call changes nothing. Default: any will do. */
  readonly expects?: Expectation;
}

export interface CallOptions {
  /** Milliseconds since the epoch after which no further try is started; the retry table's own bound applies as well. */
  readonly deadline?: number;
  /** Asked before each try; what it throws ends the call, with nothing sent. */
  readonly beforeTry?: () => Promise<void>;
}

/** The DCS of one project in one region: signed in, retried, with every failure as an {@link ApiError}. */
export interface DcsClient {
  readonly region: string;
  /** Resolves the project (and so signs in); the same id fills `{project_id}`. */
  projectId(): Promise<string>;
  /** Base URL without path, after override, catalogue and default have been asked in that order. */
  endpoint(): Promise<string>;
  /** Parsed JSON body of any 2xx answer; `undefined` for an empty one. */
  request<T>(request: ApiRequest, options?: CallOptions): Promise<T>;
}
