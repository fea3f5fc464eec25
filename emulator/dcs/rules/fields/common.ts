import type { Generation } from "../../../catalogue/edition";
import { defaultWindow, isWindow } from "../../../catalogue/windows";
import { ServiceError } from "../../../service/errors";
import { isUnset, type JsonObject } from "../../../service/values";

/** How a new instance may be called; when it is renamed, v2 has the rule of v1.0 as well. */
const names: Readonly<Record<Generation, RegExp>> = {
  "v1.0": /^[A-Za-z][A-Za-z0-9_-]{3,63}$/,
  v2: /^[A-Za-z0-9][A-Za-z0-9_-]{3,63}$/,
};

export function checkName(value: unknown, generation: Generation = "v1.0"): string {
  if (typeof value !== "string" || !names[generation].test(value)) throw new ServiceError(4010);
  return value;
}

export function checkDescription(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== "string" || [...value].length > 1024) throw new ServiceError(4011);
  return value;
}

/** The maintenance window of a request: a pair, or the default when neither end is set. */
export function checkWindow(body: JsonObject, generation: Generation): { begin: string; end: string } {
  const { maintain_begin: begin, maintain_end: end } = body;
  if (isUnset(begin) && isUnset(end)) return defaultWindow;
  if (!isWindow(begin, end, generation)) throw new ServiceError(4106);
  return { begin: begin as string, end: end as string };
}
