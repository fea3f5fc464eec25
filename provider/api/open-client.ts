import { createHash } from "node:crypto";
import { type Authenticator, authenticatorFor } from "../auth/session";
import { type Settings, spellings } from "../config/settings";
import { ApiError } from "./errors";
import { HttpClient } from "./http-client";
import { rememberSecret } from "./redact";
import type { ApiRequest, CallOptions, Requester } from "./requester";
import { retried } from "./retry";

const SECRET_FIELDS = ["password", "old_password", "new_password"];

function serialised(body: object | undefined): string | undefined {
  if (body === undefined) return undefined;
  for (const field of SECRET_FIELDS) rememberSecret((body as Record<string, string | undefined>)[field]);
  return JSON.stringify(body);
}

class Client implements Requester {
  readonly region: string;
  readonly #http: HttpClient;
  readonly #auth: Authenticator;

  constructor(private readonly settings: Settings) {
    this.region = settings.region;
    this.#http = new HttpClient(settings);
    this.#auth = authenticatorFor(this.#http, settings);
  }

  async projectId(): Promise<string> {
    const id = (await this.#auth.signedIn()).projectId ?? this.settings.projectId;
    if (id) return id;
    throw new Error(`the token is not scoped to a project: set ${spellings("projectId")}, or use a token of a project`);
  }

  async endpoint(): Promise<string> {
    const { dcsEndpoint } = this.settings;
    return dcsEndpoint ?? (await this.#auth.signedIn()).endpoint ?? `https://dcs.${this.region}.otc.t-systems.com`;
  }

  // The order matters: retries are outermost, so that each try asks for a fresh authorisation; the one renewal after a
  // 401 is inside a try and does not count as one.
  async request<T>(request: ApiRequest, options: CallOptions = {}): Promise<T> {
    const body = serialised(request.body);
    const answer = await retried(request.method, options.deadline, () => this.#authorised(request, body));
    return answer as T;
  }

  async #authorised(request: ApiRequest, body: string | undefined): Promise<unknown> {
    const headers = await this.#auth.authorize();
    try {
      return await this.#send(request, body, headers);
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
      if (!(await this.#auth.renew(headers))) throw new ApiError({ ...error, remedy: this.#auth.remedy });
      return this.#send(request, body, await this.#auth.authorize());
    }
  }

  async #send(
    { method, path, query, purpose }: ApiRequest,
    body: string | undefined,
    authorisation: Readonly<Record<string, string>>,
  ): Promise<unknown> {
    const base = await this.endpoint();
    const filled = path.includes("{project_id}") ? path.replace("{project_id}", await this.projectId()) : path;
    const search = new URLSearchParams(
      Object.entries(query ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
    ).toString();
    const headers = {
      Accept: "application/json",
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...authorisation,
    };
    const url = `${base}${filled}${search ? `?${search}` : ""}`;
    const answer = await this.#http.send({ method, url, headers, body, purpose });
    if (answer.body === "") return undefined;
    try {
      return JSON.parse(answer.body);
    } catch {
      throw new ApiError({
        kind: "malformed",
        method,
        path: filled,
        purpose,
        status: answer.status,
        requestId: answer.headers["x-request-id"],
        notDone: false,
      });
    }
  }
}

const opened = new Map<string, Requester>();

/** The client for these settings. Equal settings share one, and with it connections and token. */
export function openClient(settings: Settings): Requester {
  const key = createHash("sha256").update(JSON.stringify(settings)).digest("hex");
  const known = opened.get(key);
  if (known) return known;
  const client = new Client(settings);
  opened.set(key, client);
  return client;
}
