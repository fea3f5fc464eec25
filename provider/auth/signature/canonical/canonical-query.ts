import { order } from "./order";
import { queryPairs } from "./query-pairs";

/** The query as it is signed: of a repeated key the first value only, sorted by key whatever its case. */
export function canonicalQuery(query: string): string {
  const first = new Map<string, string>();
  for (const [key, value] of queryPairs(query)) if (!first.has(key)) first.set(key, value);
  return [...first]
    .sort(([a], [b]) => order(a.toLowerCase(), b.toLowerCase()) || order(a, b))
    .map(([key, value]) => `${key}=${value}`)
    .join("&");
}
