import { createHash } from "node:crypto";

/** SHA-256 in lower-case hexadecimal. */
export const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** The hash of the body. A request may have its own in `x-sdk-content-sha256`. */
export function payloadHash(payload: string, headers: Readonly<Record<string, string>>): string {
  const given = Object.entries(headers).find(([name]) => name.toLowerCase() === "x-sdk-content-sha256");
  return given?.[1] ?? sha256(payload);
}
