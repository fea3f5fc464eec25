import { createHmac } from "node:crypto";
import { dayOf, type Scope, TERMINATOR } from "./scope";

export const hmac = (key: string | Uint8Array, text: string): Buffer =>
  createHmac("sha256", key).update(text, "utf8").digest();

/** The key for one day, region and service. The secret key itself signs no request. */
export const signingKey = (secretKey: string, scope: Scope): Buffer =>
  [dayOf(scope), scope.region, scope.service, TERMINATOR].reduce<Buffer>(hmac, Buffer.from(`SDK${secretKey}`));
