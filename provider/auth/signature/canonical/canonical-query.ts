import { order } from "./order";
import { queryPairs } from "./query-pairs";

/** The query as it is signed: sorted by key regardless of case, with only the first value of a repeated key. */
export function canonicalQuery(query: string): string {
  const first = new Map<string, string>();
  for (const [key, value] of queryPairs(query)) if (!first.has(key)) first.set(key, value);
  return [...first]
    .sort(([a], [b]) => order(a.toLowerCase(), b.toLowerCase()) || order(a, b))
    .map(([key, value]) => `${key}=${value}`)
    .join("&");
}
