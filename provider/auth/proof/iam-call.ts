import type { Headers, HttpAnswer, HttpRequest } from "../../http/http-client";

export type Unauthorized = Omit<HttpRequest, "headers">;

/**
 * Calls IAM, tried again where the failure may pass. `authorize` is asked for every try, so that a signature carries
 * the date of its own. Every failure is an `ApiError`.
 */
export type Ask = (
  request: Unauthorized,
  authorize?: (request: Unauthorized) => Headers | Promise<Headers>,
) => Promise<HttpAnswer>;
