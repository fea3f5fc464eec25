export const ALGORITHM = "SDK-HMAC-SHA256";
export const TERMINATOR = "sdk_request";

/** Where a signature is valid. Open Telekom Cloud accepts empty region and service. */
export interface Scope {
  /** As in `X-Sdk-Date`: `20240115T083000Z`. */
  readonly stamp: string;
  readonly region: string;
  readonly service: string;
}

/** `X-Sdk-Date` of a date: in UTC, to the second. */
export const stampOf = (date: Date): string => date.toISOString().replace(/[-:]|\.\d+/g, "");

export const dayOf = ({ stamp }: Scope): string => stamp.slice(0, 8);

/** The scope as written in the credential and in the string to sign. */
export const scopeText = (scope: Scope): string => [dayOf(scope), scope.region, scope.service, TERMINATOR].join("/");
