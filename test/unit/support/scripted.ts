import type { ApiRequest, LinkedFile } from "../../../provider/client/dcs-client";
import { expected } from "../../../provider/client/expected";
import type { RunClient } from "../../../provider/process/configuration";
import { Run } from "../../../provider/process/run";
import { ZONES } from "./inputs";

type Answer = object | undefined | Error;

/** `POST /instances` and so on, without version and project. */
type Call = `${"GET" | "POST" | "PUT" | "DELETE"} ${string}`;

export interface Scripted extends RunClient {
  /** Calls that change something, in order, with their bodies. */
  readonly changes: ReadonlyArray<readonly [Call, object | undefined]>;
  /** Every call but those of the catalogue, and of version 2 that the script does not name, in order. */
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

/** What version 2 answers about any instance, unless the script has answers of its own: it rests, and nothing is set. */
const AT_REST: ReadonlyArray<readonly [path: RegExp, answer: object | undefined]> = [
  [/^GET \/v2\/\{project_id\}\/instances\/[^/]+$/, { status: "RUNNING", task: null }],
  [/^GET \/v2\/\{project_id\}\/instances\/[^/]+\/configs$/, { config_status: "SUCCESS", redis_config: [] }],
  [/^GET \/v2\/\{project_id\}\/instance\/[^/]+\/whitelist$/, { enable_whitelist: false, whitelist: [] }],
  [/^GET \/v2\/\{project_id\}\/instances\/[^/]+\/ssl$/, undefined],
];

const OF_THE_REGION = /^\/v1\.0\/(availableZones|products|\{project_id\}\/quota)$/;

/** A run of a stack that sets nothing. */
export const aRun = (): Run => new Run({ get: () => undefined });

/**
 * A DCS that gives its answers one after the other per call; the last one is given again and again. A call that is not in
 * the script fails the test. Each is the DCS of a run of its own.
 */
export function scripted(script: Readonly<Record<Call, readonly Answer[]>>): Scripted {
  const left = new Map<string, Answer[]>(
    Object.entries({
      "GET /v1.0/availableZones": [{ available_zones: ZONES }],
      "GET /v1.0/products": [{ products: PRODUCTS }],
      "GET /v2/{project_id}/flavors": [{ flavors: [] }],
      "GET /quota": [{ quotas: { resources: [] } }],
      ...script,
    }).map(([call, answers]) => [call, [...answers]]),
  );
  const calls: Call[] = [];
  const changes: Array<readonly [Call, object | undefined]> = [];
  return aRun().attach({
    region: "eu-de",
    calls,
    changes,
    projectId: async () => "10ca110ca110ca110ca110ca110ca110",
    endpoint: async () => "http://127.0.0.1",
    download: async ({ link }: LinkedFile) => {
      throw new Error(`not in the script: a download from ${link}`);
    },
    request: async <T>(request: ApiRequest) => {
      const { method, path, body } = request;
      const call = `${method} ${path.replace("/v1.0/{project_id}", "")}` as Call;
      const atRest = left.has(call) ? undefined : AT_REST.find(([pattern]) => pattern.test(call));
      if (atRest) return expected(request, atRest[1]) as T;
      if (!OF_THE_REGION.test(path)) calls.push(call);
      if (method !== "GET") changes.push([call, body]);
      const answers = left.get(call);
      if (!answers) throw new Error(`not in the script: ${call}`);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer instanceof Error) throw answer;
      return expected(request, answer) as T;
    },
  });
}
