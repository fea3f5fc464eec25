import { DCS_CODES } from "./codes/dcs";
import { BILLING_CODES, GATEWAY_CODES } from "./codes/gateway";
import { INTERNAL_CODES } from "./codes/internal";
import { RARE_CODES } from "./codes/rare";
import type { Row } from "./codes/row";

export { BILLING_CODES, GATEWAY_CODES };

/** Every known error of DCS, by the number that the old and the new code share. */
export const ERROR_CODES: Readonly<Record<number, Row>> = { ...INTERNAL_CODES, ...RARE_CODES, ...DCS_CODES };

/** The instance is busy: the same call succeeds later. */
export const BUSY_NUMBERS: ReadonlySet<number> = new Set([
  4017, 4026, 4049, 4096, 4097, 4099, 4104, 4121, 4231, 4300, 4108, 4111, 4113, 4114, 4115, 4116, 4117, 4118, 4120,
  4918, 4975,
]);
export const BUSY_CODES: ReadonlySet<string> = new Set(["CBC.99003651"]);

/** The instance does not exist; 4119 comes with HTTP 400. An unknown URL is not listed: it says nothing about the instance. */
export const NOT_FOUND_NUMBERS: ReadonlySet<number> = new Set([3022, 4119]);
