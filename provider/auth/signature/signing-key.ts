import { createHmac } from "node:crypto";
import { dayOf, type Scope, TERMINATOR } from "./scope";

export const hmac = (key: string | Uint8Array, text: string): Buffer =>
  createHmac("sha256", key).update(text, "utf8").digest();

/** The key of one day, region and service; the secret key itself signs nothing. */
export const signingKey = (secretKey: string, scope: Scope): Buffer =>
  [dayOf(scope), scope.region, scope.service, TERMINATOR].reduce<Buffer>(hmac, Buffer.from(`SDK${secretKey}`));
