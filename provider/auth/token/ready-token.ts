import { type Settings, settingLabel } from "../../config/settings/settings";
import { ApiError } from "../../http/errors/api-error";
import type { Headers } from "../../http/exchange/request";
import { rememberSecret } from "../../http/secrets/redact";
import type { Authenticator, SignedIn } from "../credentials/authenticator";
import type { IamCall, UnsignedRequest } from "../credentials/iam-call";
import { once } from "../credentials/once";
import { type StandingRefusal, standing, used } from "../credentials/refusal";
import { TOKEN_HEADER, tokenOf } from "./token";

function refusedToken(error: ApiError, settings: Settings): StandingRefusal {
  const renewed = `${settingLabel("userName")} and ${settingLabel("password")}`;
  return standing(
    error,
    `${used(settings, ["token"])} is invalid or expired: get a new token, or remove it and set ${renewed}, which get a token and renew it`,
  );
}

/** The project of the token. If another project is configured, the service would refuse every call. */
function matchingProject(settings: Settings, projectId: string | undefined): string | undefined {
  if (projectId === undefined || settings.projectId === undefined || settings.projectId === projectId) return projectId;
  throw new Error(
    `${used(settings, ["projectId"])}, but the token (from ${settings.origins.token}) is for the project "${projectId}": set the project to that, or get a token for the other`,
  );
}

/**
 * Asks IAM for the project and the catalogue of a token.
 *
 * Reference: https://docs.otc.t-systems.com/identity-access-management/api-ref/apis/token_management/verifying_a_token.html
 */
async function inspect(callIam: IamCall, settings: Settings, token: string): Promise<SignedIn> {
  const request: UnsignedRequest = {
    method: "GET",
    url: `${settings.authUrl}/auth/tokens`,
    path: "/v3/auth/tokens",
    purpose: `verify the token at ${settings.authUrl}`,
  };
  try {
    const { projectId, catalogue } = tokenOf(
      request,
      await callIam(request, () => ({ [TOKEN_HEADER]: token, "X-Subject-Token": token })),
      token,
    );
    return { projectId: matchingProject(settings, projectId), catalogue };
  } catch (error) {
    // IAM answers 404 to a token it does not know.
    throw error instanceof ApiError && [401, 404].includes(error.status ?? 0)
      ? refusedToken(error, settings)(request.purpose)
      : error;
  }
}

/** A token made elsewhere. It is not renewed, and IAM is asked only if its project or catalogue is needed. */
export class ReadyToken implements Authenticator {
  readonly #token: string;
  readonly #inspected: () => Promise<SignedIn>;
  #refusal?: StandingRefusal;

  constructor(
    callIam: IamCall,
    private readonly settings: Settings,
  ) {
    const token = settings.token ?? "";
    rememberSecret(token);
    this.#token = token;
    this.#inspected = once(() => inspect(callIam, settings, token));
  }

  async authorize({ purpose }: UnsignedRequest): Promise<Headers> {
    if (this.#refusal) throw this.#refusal(purpose);
    return { [TOKEN_HEADER]: this.#token };
  }

  outlived(): boolean {
    return false;
  }

  async renew(refusal: ApiError): Promise<void> {
    this.#refusal ??= refusedToken(refusal, this.settings);
    throw this.#refusal(refusal.purpose);
  }

  async signedIn(): Promise<SignedIn> {
    const { projectId, dcsEndpoint } = this.settings;
    return projectId !== undefined && dcsEndpoint !== undefined ? { projectId, catalogue: [] } : this.#inspected();
  }
}
