import { canonicalHeaders } from "./canonical/canonical-headers";
import { canonicalRequest, type SignedPart } from "./canonical/canonical-request";
import { ALGORITHM, type Scope, scopeText, stampOf } from "./scope";
import { hmac, signingKey } from "./signing-key";
import { stringToSign } from "./string-to-sign";

export interface Keys {
  readonly accessKey: string;
  readonly secretKey: string;
}

export interface SigningOptions {
  /** Date of the signature. The service accepts it for 15 minutes. Default: now. */
  readonly date?: Date;
  /** Default: empty, as Open Telekom Cloud takes it. */
  readonly region?: string;
  /** Default: empty, as Open Telekom Cloud takes it. */
  readonly service?: string;
}

/**
 * Signs a request by `SDK-HMAC-SHA256`: its method, path, query, body, host, date, and the headers given. Returns the
 * headers to add, and changes nothing.
 *
 * Reference: https://docs.otc.t-systems.com/api-usage/guidelines/calling_apis/ak_sk_authentication/signing_a_request.html
 */
export function sign(request: SignedPart, keys: Keys, options: SigningOptions = {}): Record<string, string> {
  const { date = new Date(), region = "", service = "" } = options;
  const scope: Scope = { stamp: stampOf(date), region, service };
  const headers = { ...request.headers, host: new URL(request.url).host, "x-sdk-date": scope.stamp };
  const text = stringToSign(scope, canonicalRequest({ ...request, headers }));
  const signature = hmac(signingKey(keys.secretKey.trim(), scope), text).toString("hex");
  const { names } = canonicalHeaders(headers);
  return {
    "X-Sdk-Date": scope.stamp,
    Authorization: `${ALGORITHM} Credential=${keys.accessKey.trim()}/${scopeText(scope)}, SignedHeaders=${names}, Signature=${signature}`,
  };
}
