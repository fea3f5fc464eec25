import { decode } from "./encode";
import { queryPairs } from "./query-pairs";

/** The query as the payload of a POST without a body: every value of every key, a space as `+`. */
export function queryPayload(query: string): string {
  return queryPairs(query)
    .sort(([a], [b]) => Buffer.compare(decode(a), decode(b)))
    .map((pair) => pair.map((text) => text.replaceAll("%20", "+")).join("="))
    .join("&");
}
