import { isRegion } from "../../config/settings/regions";
import type { AvailableZone } from "../api/types";

/** Codes such as `eu-de-01`, and ids of 32 hexadecimal digits. */
export const ZONE_PATTERN = "^[a-z]{2}-[a-z0-9]+-\\d{2}$|^[0-9a-f]{32}$";

export const isZoneId = (zone: string): boolean => /^[0-9a-f]{32}$/.test(zone);

/** True if both lists name zones by id, or both by code, so that they can be compared as text. */
export const areBothIdsOrBothCodes = (some: readonly string[], others: readonly string[]): boolean =>
  some.every(isZoneId) === others.every(isZoneId);

/** The zone that an id or a code names. */
export const findZone = (all: readonly AvailableZone[], wanted: string): AvailableZone | undefined =>
  all.find(({ id, code }) => wanted === id || wanted === code);

export const hasResources = ({ resource_availability }: AvailableZone): boolean =>
  String(resource_availability ?? "true") === "true";

/** A zone's code begins with its region. */
export const regionOfZone = (code: string): string | undefined => [/^(.+)-\d+$/.exec(code)?.[1]].find(isRegion);
