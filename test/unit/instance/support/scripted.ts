import type { ApiRequest, DcsClient } from "../../../../provider/client/dcs-client";
import { explainCode } from "../../../../provider/client/dcs-errors";
import { expected } from "../../../../provider/client/expected";
import { ApiError } from "../../../../provider/http/errors/api-error";
import { ZONES } from "./inputs";

type Answer = object | undefined | Error;

/** `POST /instances` and so on, without version and project. */
type Call = `${"GET" | "POST" | "PUT" | "DELETE"} ${string}`;

export interface Scripted extends DcsClient {
  /** Calls that change something, in order, with their bodies. */
  readonly changes: ReadonlyArray<readonly [Call, object | undefined]>;
  /** Every call but those of the catalogue, in order. */
  readonly calls: readonly Call[];
}

export const PRODUCTS = [
  {
    product_id: "redis.ha.xu1.large.r2.2-h",
    spec_code: "redis.ha.xu1.large.r2.2",
    cache_mode: "ha",
    engine_versions: "4.0;5.0;6.0",
    flavors: [{ capacity: "2" }],
  },
];

/**
 * A DCS that gives its answers one after the other per call; the last one is given again and again. A call that is not in
 * the script fails the test.
 */
export function scripted(script: Readonly<Record<Call, readonly Answer[]>>): Scripted {
  const left = new Map<string, Answer[]>(
    Object.entries({
      "GET /v1.0/availableZones": [{ available_zones: ZONES }],
      "GET /v1.0/products": [{ products: PRODUCTS }],
      ...script,
    }).map(([call, answers]) => [call, [...answers]]),
  );
  const calls: Call[] = [];
  const changes: Array<readonly [Call, object | undefined]> = [];
  return {
    region: "eu-de",
    calls,
    changes,
    projectId: async () => "10ca110ca110ca110ca110ca110ca110",
    endpoint: async () => "http://127.0.0.1",
    request: async <T>(request: ApiRequest) => {
      const { method, path, body } = request;
      const call = `${method} ${path.replace("/v1.0/{project_id}", "")}` as Call;
      if (!path.startsWith("/v1.0/availableZones") && !path.startsWith("/v1.0/products")) calls.push(call);
      if (method !== "GET") changes.push([call, body]);
      const answers = left.get(call);
      if (!answers) throw new Error(`not in the script: ${call}`);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer instanceof Error) throw answer;
      return expected(request, answer) as T;
    },
  };
}

const details = { method: "GET", path: "/instances", purpose: "test the provider" };

/** An error code as the client tells it on. */
export const coded = (code: string, status: number) => ({ code, explained: explainCode(code, status) });

export const notFound = (): ApiError =>
  new ApiError({ ...details, kind: "http", status: 404, ...coded("111404022", 404), notExecuted: true });

export const busy = (): ApiError =>
  new ApiError({ ...details, kind: "http", status: 400, ...coded("111400026", 400), notExecuted: true });

export const refused = (serviceMessage = "The name is invalid."): ApiError =>
  new ApiError({
    ...details,
    kind: "http",
    status: 400,
    ...coded("111400010", 400),
    serviceMessage,
    notExecuted: true,
  });

type Details = Partial<ConstructorParameters<typeof ApiError>[0]>;

export const lostAnswer = (method: "GET" | "POST" | "DELETE", more: Details = {}): ApiError =>
  new ApiError({ ...details, method, kind: "network", notExecuted: false, ...more });

/** A 404 of something that is not the service: no code of its own. */
export const wordless404 = (): ApiError => new ApiError({ ...details, kind: "http", status: 404, notExecuted: true });

export const throttled = (retryAfter?: number): ApiError =>
  new ApiError({ ...details, kind: "http", status: 429, retryAfter, notExecuted: true });
