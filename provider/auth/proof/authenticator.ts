import type { ApiError } from "../../http/errors/api-error";
import type { Headers } from "../../http/exchange/request";
import type { UnsignedRequest } from "./iam-call";

/** A way to prove who asks. Called for every try, so that a signature can carry the date of its own try. */
export interface Authenticator {
  /** Headers that authorize the request. */
  authorize(request: UnsignedRequest): Promise<Headers>;
  /** Whether a refused proof had only come to the end of its time, which says nothing against the next one. */
  outlived(refused: Headers): boolean;
  /** Gets a fresh proof after a 401 of the service; throws when there is none to get. */
  renew(refusal: ApiError, refused: Headers): Promise<void>;
  /** What signing in told of project and catalogue. */
  signedIn(): Promise<SignedIn>;
}

export interface SignedIn {
  /** The project that calls work in; unknown if neither settings nor service name one. */
  readonly projectId?: string;
  readonly catalogue: readonly CatalogueEntry[];
}

/** Service catalogue of a token. Reference: IAM, "Obtaining a User Token". */
export interface CatalogueEntry {
  readonly type?: string;
  readonly endpoints?: ReadonlyArray<{ interface?: string; region?: string; region_id?: string; url?: string }>;
}
