import { ApiError } from "../api/errors";
import type { HttpAnswer, HttpClient } from "../api/http-client";
import { rememberSecret } from "../api/redact";
import { retried } from "../api/retry";
import { type SettingName, type Settings, spellings } from "../config/settings";

/** A token and what IAM says of it. */
export interface SignedIn {
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  readonly projectId?: string;
  /** Base address of DCS in the token's catalogue, without path. */
  readonly endpoint?: string;
}

interface TokenBody {
  readonly token?: {
    readonly expires_at?: string;
    readonly project?: { readonly id?: string };
    readonly catalog?: ReadonlyArray<{
      readonly type?: string;
      readonly endpoints?: ReadonlyArray<{
        readonly interface?: string;
        readonly region?: string;
        readonly region_id?: string;
        readonly url?: string;
      }>;
    }>;
  };
}

const JSON_HEADERS = { Accept: "application/json", "Content-Type": "application/json;charset=utf8" };

const domainOf = ({ domainId, domainName }: Settings) => (domainId ? { id: domainId } : { name: domainName });

function passwordBody(settings: Settings): string {
  const { userId, userName, password, projectId, projectName } = settings;
  const user = userId ? { id: userId, password } : { name: userName, password, domain: domainOf(settings) };
  const project = projectId ? { id: projectId } : { name: projectName, domain: domainOf(settings) };
  return JSON.stringify({ auth: { identity: { methods: ["password"], password: { user } }, scope: { project } } });
}

function signedIn(token: string, answer: HttpAnswer, region: string): SignedIn {
  const body: TokenBody = JSON.parse(answer.body || "{}");
  const endpoints = body.token?.catalog?.find(({ type }) => type === "dcsv1")?.endpoints ?? [];
  const here = endpoints.filter((endpoint) => (endpoint.region_id ?? endpoint.region ?? region) === region);
  const url = (here.find((endpoint) => (endpoint.interface ?? "public") === "public") ?? here[0])?.url;
  return {
    token,
    expiresAt: Date.parse(body.token?.expires_at ?? "") || Number.POSITIVE_INFINITY,
    projectId: body.token?.project?.id,
    endpoint: url?.replace(/\/v\d[\d.]*(\/.*)?$/, "").replace(/\/+$/, ""),
  };
}

// What the user has to look at when IAM refuses, with the place each value came from.
function used(settings: Settings, names: readonly SettingName[]): string {
  return names
    .filter((name) => settings.sources[name] !== undefined)
    .map((name) => `${spellings(name)} (from ${settings.sources[name]})`)
    .join(", ");
}

function refusal(error: unknown, remedy: string): unknown {
  if (!(error instanceof ApiError) || error.kind !== "http" || (error.status ?? 500) >= 500) return error;
  return new ApiError({ ...error, remedy });
}

const USED_BY_PASSWORD: readonly SettingName[] = [
  "userName",
  "userId",
  "password",
  "domainName",
  "domainId",
  "projectName",
  "projectId",
];

/** Signs in with user and password for the project. Reference: IAM, Obtaining a User Token (POST /v3/auth/tokens). */
export async function signInByPassword(http: HttpClient, settings: Settings): Promise<SignedIn> {
  const call = {
    method: "POST",
    url: `${settings.authUrl}/auth/tokens`,
    headers: JSON_HEADERS,
    body: passwordBody(settings),
    purpose: `sign in at ${new URL(settings.authUrl).host}`,
  } as const;
  try {
    const answer = await retried("POST", undefined, () => http.send(call));
    const token = answer.headers["x-subject-token"];
    rememberSecret(token);
    if (token) return signedIn(token, answer, settings.region);
  } catch (error) {
    throw refusal(error, `check ${used(settings, USED_BY_PASSWORD)}`);
  }
  throw new ApiError({
    kind: "malformed",
    method: call.method,
    path: "/v3/auth/tokens",
    purpose: call.purpose,
    serviceMessage: "the answer has no token",
    notDone: true,
    remedy: `check ${spellings("authUrl")}`,
  });
}

/** Asks IAM what a token made elsewhere is good for. Reference: IAM, Verifying a Token (GET /v3/auth/tokens). */
export async function inspectToken(http: HttpClient, settings: Settings, token: string): Promise<SignedIn> {
  const call = {
    method: "GET",
    url: `${settings.authUrl}/auth/tokens`,
    headers: { Accept: "application/json", "X-Auth-Token": token, "X-Subject-Token": token },
    purpose: `verify the token at ${new URL(settings.authUrl).host}`,
  } as const;
  try {
    return signedIn(token, await retried("GET", undefined, () => http.send(call)), settings.region);
  } catch (error) {
    throw refusal(error, tokenRemedy(settings));
  }
}

/** What to do about a ready-made token that is refused. */
export const tokenRemedy = (settings: Settings): string =>
  `the token of ${used(settings, ["token"])} is invalid or has expired: get a new one, or sign in with user and password`;
