import { decode, encode } from "./encode";

/** The path as it is signed: encoded anew, with a slash at both ends. The request itself keeps its path. */
export function canonicalPath(path: string): string {
  const encoded = encode(decode(path), "/");
  const begun = encoded.startsWith("/") ? encoded : `/${encoded}`;
  return begun.endsWith("/") ? begun : `${begun}/`;
}
