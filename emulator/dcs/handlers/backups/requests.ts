import { ServiceError } from "../../../service/errors";
import { isUnset, isWholeNumber, type JsonObject } from "../../../service/values";
import type { Call } from "../../../world/call/call";
import type { InstanceRecord } from "../../../world/records/instance-record";

export function remarkOf({ remark }: JsonObject): string | null {
  if (isUnset(remark)) return null;
  if (typeof remark !== "string" || remark.length > 128) throw new ServiceError(4098);
  return remark;
}

export function requireReplicated({ product }: InstanceRecord): void {
  if (product.cacheMode === "single") throw new ServiceError(4086);
}

export const isV2 = ({ path }: Call): boolean => path.startsWith("/v2/");

function numberIn(call: Call, name: string, fallback: number, from: number): number {
  const value = Number(call.query.get(name) || fallback);
  if (!isWholeNumber(value, from, Number.MAX_SAFE_INTEGER)) throw new ServiceError(4062, name);
  return value;
}

/** `yyyyMMddHHmmss`, by any spelling of the name. */
function timeIn({ query }: Call, name: "begin" | "end"): string | undefined {
  const spellings = [`${name}_time`, `${name}Time`, `${name}_Time`];
  const value = spellings.map((spelling) => query.get(spelling)).find((found) => found);
  if (value && !/^\d{14}$/.test(value)) throw new ServiceError(4062, `${name}_time`);
  return value ?? undefined;
}

/** The part of the records that the call asks for, and how many there are. v2 counts from offset 0, v1.0 from start 1. */
export function page<T extends { readonly createdAt: string }>(call: Call, records: readonly T[]) {
  const begin = timeIn(call, "begin") ?? "";
  const end = timeIn(call, "end") ?? "9";
  const asked = records.filter(({ createdAt }) => {
    const at = createdAt.replace(/\D/g, "").slice(0, 14);
    return begin <= at && at <= end;
  });
  const first = isV2(call) ? numberIn(call, "offset", 0, 0) : numberIn(call, "start", 1, 1) - 1;
  return { shown: asked.slice(first, first + numberIn(call, "limit", 10, 1)), total: asked.length };
}
