import { type Settings, settingLabel } from "../../config/settings/settings";
import { ApiError } from "../../http/errors/api-error";
import type { HttpAnswer } from "../../http/exchange/request";
import { rememberSecret } from "../../http/secrets/redact";
import type { CatalogueEntry, SignedIn } from "../credentials/authenticator";
import type { UnsignedRequest } from "../credentials/iam-call";

export const TOKEN_HEADER = "X-Auth-Token";

export interface Token extends SignedIn {
  readonly id: string;
  /** Milliseconds from issue to expiry; unknown for a token made elsewhere. */
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

/**
 * The request for a token.
 *
 * Reference: https://docs.otc.t-systems.com/identity-access-management/api-ref/apis/token_management/obtaining_a_user_token_through_password_authentication.html
 */
export const tokenRequest = (settings: Settings, auth: object, purpose: string): UnsignedRequest => ({
  method: "POST",
  url: `${settings.authUrl}/auth/tokens`,
  path: "/v3/auth/tokens",
  body: JSON.stringify({ auth }),
  purpose,
  changesNothing: true,
});

/** The failure for an answer that IAM would not give. */
export function notIam({ method, path, purpose }: UnsignedRequest, serviceMessage: string): ApiError {
  const remedy = `check ${settingLabel("authUrl")}: it must be the address of IAM`;
  return new ApiError({
    kind: "malformed",
    method,
    path,
    purpose,
    serviceMessage,
    remedy,
    notExecuted: true,
    permanent: true,
  });
}

/** Reads the answer to a request for a token, or to the verification of the token `id`. */
export function tokenOf(request: UnsignedRequest, answer: HttpAnswer, id = answer.headers["x-subject-token"]): Token {
  const token = (answer.body as TokenBody | undefined)?.token;
  if (!id || !token) throw notIam(request, "the answer holds no token");
  rememberSecret(id);
  // A duration, not a date: the service's clock may differ from ours.
  const lifetime = Date.parse(token.expires_at ?? "") - Date.parse(token.issued_at ?? "");
  return {
    id,
    lifetime: Number.isNaN(lifetime) ? undefined : lifetime,
    projectId: token.project?.id,
    catalogue: token.catalog ?? [],
  };
}
