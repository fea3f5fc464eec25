import { ApiError, reworded } from "../api/errors";
import type { HttpAnswer, HttpRequest, Send } from "../api/http-client";
import { rememberSecret } from "../api/redact";
import type { SettingName, Settings } from "../config/settings";
import type { CatalogueEntry, SignedIn } from "./authenticator";

export interface Token extends SignedIn {
  readonly id: string;
  /** Milliseconds of life left when it was issued; unknown for a token made elsewhere. */
  readonly lifetime?: number;
}

interface TokenBody {
  readonly token?: {
    readonly issued_at?: string;
    readonly expires_at?: string;
    readonly project?: { readonly id?: string };
    readonly catalog?: readonly CatalogueEntry[];
  };
}

const PATH = "/v3/auth/tokens";

const named = (name: string | undefined, id: string | undefined) => (id === undefined ? { name } : { id });

/** Body of the sign-in by password, scoped to the project: DCS takes no other token. */
function passwordBody(settings: Settings): object {
  const domain = named(settings.domainName, settings.domainId);
  const user = settings.userId === undefined ? { name: settings.userName, domain } : { id: settings.userId };
  const project =
    settings.projectId === undefined ? { name: settings.projectName, domain } : { id: settings.projectId };
  return {
    auth: {
      identity: { methods: ["password"], password: { user: { ...user, password: settings.password } } },
      scope: { project },
    },
  };
}

const used = (settings: Settings, names: readonly SettingName[]): string =>
  names
    .flatMap((name) => {
      const origin = settings.origins[name];
      if (!origin) return [];
      const value = settings[name as keyof Settings];
      return [
        name === "password" || name === "token"
          ? `${name} from ${origin}`
          : `${name} ${JSON.stringify(value)} from ${origin}`,
      ];
    })
    .join(", ");

function tokenOf(request: HttpRequest, answer: HttpAnswer, id: string | undefined): Token {
  const token = (answer.body as TokenBody | undefined)?.token;
  if (!id || !token) {
    const { method, path, purpose } = request;
    const serviceMessage = "the answer holds no token";
    const remedy = "check otc:authUrl / OS_AUTH_URL: it must be the address of IAM";
    throw new ApiError({
      kind: "malformed",
      method,
      path,
      purpose,
      serviceMessage,
      remedy,
      notDone: true,
      lasting: true,
    });
  }
  rememberSecret(id);
  const lifetime = Date.parse(token.expires_at ?? "") - Date.parse(token.issued_at ?? "");
  return {
    id,
    // Counted from now and not compared with the service's clock, which may differ from ours.
    lifetime: Number.isNaN(lifetime) ? undefined : lifetime,
    projectId: token.project?.id,
    catalogue: token.catalog ?? [],
  };
}

/** Signs in with user and password. Reference: IAM, "Obtaining a User Token". */
export async function signIn(send: Send, settings: Settings): Promise<Token> {
  const request: HttpRequest = {
    method: "POST",
    url: `${settings.authUrl}/auth/tokens`,
    path: PATH,
    headers: {},
    body: JSON.stringify(passwordBody(settings)),
    purpose: `sign in at ${settings.authUrl}`,
    changesNothing: true,
  };
  try {
    const answer = await send(request);
    return tokenOf(request, answer, answer.headers["x-subject-token"]);
  } catch (error) {
    if (
      !(error instanceof ApiError) ||
      error.kind !== "http" ||
      (error.status as number) >= 500 ||
      error.status === 429
    )
      throw error;
    const names: SettingName[] = [
      "userName",
      "userId",
      "password",
      "domainName",
      "domainId",
      "projectName",
      "projectId",
    ];
    throw reworded(error, { remedy: `check what was used: ${used(settings, names)}` });
  }
}

/** The failure of a call with a ready-made token that the service does not accept. */
export const tokenRefused = (error: ApiError, settings: Settings): ApiError =>
  reworded(error, {
    remedy: `the token of otc:token / OS_AUTH_TOKEN (from ${settings.origins.token ?? "the settings"}) is invalid or expired: get a new one, or set otc:userName and otc:password, which renew it`,
  });

/** Learns project and catalogue of a ready-made token. Reference: IAM, "Verifying a Token". */
export async function inspect(send: Send, settings: Settings, id: string): Promise<Token> {
  const request: HttpRequest = {
    method: "GET",
    url: `${settings.authUrl}/auth/tokens`,
    path: PATH,
    headers: { "X-Auth-Token": id, "X-Subject-Token": id },
    purpose: `verify the token at ${settings.authUrl}`,
  };
  try {
    return tokenOf(request, await send(request), id);
  } catch (error) {
    // IAM answers 404 to a token it does not know.
    if (error instanceof ApiError && (error.status === 401 || error.status === 404))
      throw tokenRefused(error, settings);
    throw error;
  }
}
