import type { IamCall, UnsignedRequest } from "../auth/credentials/iam-call";
import { withAuthRetry } from "../auth/credentials/with-auth-retry";
import { openSession } from "../auth/session";
import { CONNECTION_LABELS } from "../config/settings/connection-labels";
import { type Settings, settingLabel } from "../config/settings/settings";
import { openHttp } from "../http/http-client";
import { Pace } from "../http/retry/pace";
import { type RetryOptions, withRetries } from "../http/retry/with-retries";
import { rememberSecret, rememberSecretsIn } from "../http/secrets/redact";
import type { ApiRequest, CallOptions, DcsClient, LinkedFile } from "./dcs-client";
import { dcsEndpoint } from "./dcs-endpoint";
import { explainCode } from "./dcs-errors";
import { expected } from "./expected";

/** Time limits and retries, for tests. */
export interface Tuning extends Pick<RetryOptions, "rules" | "pause" | "random"> {
  /** Milliseconds for one try. Default 30,000. */
  readonly timeoutMs?: number;
  /** How modifying calls follow each other. */
  readonly pace?: Pace;
}

const queryOf = (query: ApiRequest["query"]): string => {
  const pairs = Object.entries(query ?? {}).map((pair) => pair.map((part) => encodeURIComponent(part)).join("="));
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
};

/** A client that is not shared; see {@link openClient}. */
export function createClient(settings: Settings, tuning: Tuning = {}): DcsClient {
  const { timeoutMs, pace = new Pace(), ...retrying } = tuning;
  /*
   * The order of the layers matters. Innermost is one try on the wire. A sign-in is retried by itself: around it comes
   * the session, so that one sign-in serves all calls. Authorizing stands inside the retries of a call, because credentials
   * may expire, and a signature may grow old, between two tries; those retries do not repeat a sign-in that has given up.
   * Modifying calls wait for their turn inside the retries, too, so that a call in a pause does not block others.
   */
  const send = openHttp({
    ...settings,
    timeoutMs,
    userAgent: "pulumi-otc-dcs",
    explain: explainCode,
    labels: CONNECTION_LABELS,
  });
  const callIam: IamCall = (request, authorize = () => ({})) =>
    withRetries(async () => send({ ...request, headers: await authorize(request) }), { ...retrying, reading: true });
  const session = openSession(callIam, settings);

  const sendAuthorized = (request: UnsignedRequest, { beforeTry }: CallOptions) =>
    withAuthRetry(session, request, (authorize) => {
      const attempt = async () => {
        const headers = await authorize();
        await beforeTry?.();
        return send({ ...request, headers });
      };
      return request.method === "GET" ? attempt() : pace.keep(attempt);
    });
  const projectId = async (): Promise<string> => {
    // The sign-in happens even if the id is configured: the caller wants to know whether it works.
    const { projectId: ofSession } = await session.signedIn();
    // A token requested for a project id is for that project, even if the answer leaves the project out.
    const id = ofSession ?? (settings.token === undefined ? settings.projectId : undefined);
    if (id === undefined) {
      const origin = settings.origins.token ? ` (from ${settings.origins.token})` : "";
      throw new Error(
        `${settingLabel("token")}${origin} is not made for a project: get one that is scoped to the project of the caches`,
      );
    }
    return id;
  };
  const endpoint = async (): Promise<string> => dcsEndpoint(settings, (await session.signedIn()).catalogue);

  return {
    region: settings.region,
    projectId,
    endpoint,
    async request<T>(call: ApiRequest, options: CallOptions = {}): Promise<T> {
      const { method, path, query, body, purpose } = call;
      rememberSecretsIn(body);
      const project = path.includes("{project_id}") ? await projectId() : "";
      const filled = path.replace("{project_id}", encodeURIComponent(project));
      const unsigned: UnsignedRequest = {
        method,
        url: `${await endpoint()}${filled}${queryOf(query)}`,
        path: filled,
        body: body === undefined ? undefined : JSON.stringify(body),
        purpose,
      };
      const attempt = async () => expected(call, (await sendAuthorized(unsigned, options)).body);
      const { deadline } = options;
      return (await withRetries(attempt, { ...retrying, reading: method === "GET", deadline })) as T;
    },
    async download({ link, purpose }: LinkedFile, { deadline }: CallOptions = {}): Promise<Buffer> {
      const { pathname, search } = new URL(link);
      rememberSecret(link);
      rememberSecret(search);
      const request = { method: "GET", url: link, path: pathname, purpose, headers: {}, isFile: true } as const;
      const { body } = await withRetries(() => send(request), { ...retrying, reading: true, deadline });
      return body as Buffer;
    },
  };
}

const clients = new Map<string, DcsClient>();

// Settings that do not change what a client does, so they make no other client.
const INDECISIVE: ReadonlySet<string> = new Set(["onNameConflict", "liveChecks", "deletionProtection", "origins"]);

function keyOf(settings: Settings): string {
  const decisive = Object.fromEntries(Object.entries(settings).filter(([name]) => !INDECISIVE.has(name)));
  return JSON.stringify(Object.entries(decisive).sort(([a], [b]) => a.localeCompare(b)));
}

/**
 * The client of these settings. Equal settings share one client, with its token and its connections. Settings with the
 * project's name and settings with its id share one as well, because a passcode is good for one sign-in only.
 */
export function openClient(settings: Settings): DcsClient {
  const known = clients.get(keyOf(settings));
  if (known) return known;
  const client = createClient(settings);
  let byId: string | undefined;
  const shared: DcsClient = {
    ...client,
    async projectId() {
      const projectId = await client.projectId();
      byId ??= keyOf({ ...settings, projectName: undefined, delegatedProject: undefined, projectId });
      if (!clients.has(byId)) clients.set(byId, shared);
      return projectId;
    },
  };
  clients.set(keyOf(settings), shared);
  return shared;
}
