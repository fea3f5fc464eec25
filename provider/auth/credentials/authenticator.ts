import type { ApiError } from "../../http/errors/api-error";
import type { Headers } from "../../http/exchange/request";
import type { UnsignedRequest } from "./iam-call";

/** Authorizes requests. It is called for every try, so that each signature has the date of its own try. */
export interface Authenticator {
  /** Headers that authorize the request. */
  authorize(request: UnsignedRequest): Promise<Headers>;
  /** True if the refused credentials had only expired. New ones may then be accepted. */
  outlived(refused: Headers): boolean;
  /** Gets new credentials after a 401 of the service; throws when it cannot. */
  renew(refusal: ApiError, refused: Headers): Promise<void>;
  /** Project and catalogue, as the sign-in returned them. */
  signedIn(): Promise<SignedIn>;
}

export interface SignedIn {
  /** The project of the calls; absent if neither settings nor service name one. */
  readonly projectId?: string;
  readonly catalogue: readonly CatalogueEntry[];
}

/**
 * Service catalogue of a token.
 *
 * Reference: https://docs.otc.t-systems.com/identity-access-management/api-ref/apis/token_management/obtaining_a_user_token_through_password_authentication.html
 */
export interface CatalogueEntry {
  readonly type?: string;
  readonly endpoints?: ReadonlyArray<{ interface?: string; region?: string; region_id?: string; url?: string }>;
}
