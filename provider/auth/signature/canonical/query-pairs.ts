import { decode, encode } from "./encode";

/** Key and value, encoded as they are signed. */
export type Pair = readonly [key: string, value: string];

const normal = (text: string): string => encode(decode(text.replace(/\+/g, "%20")));

/** Reads a query, with or without its question mark. A key without a value gets an empty value. */
export function queryPairs(query: string): Pair[] {
  const parts = query.replace(/^\?/, "").split("&");
  return parts
    .filter((part) => part !== "")
    .map((part) => {
      const [, key = "", value = ""] = /^([^=]*)=?(.*)$/s.exec(part) ?? [];
      return [normal(key), normal(value)];
    });
}
