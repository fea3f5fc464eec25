import type { Headers, HttpAnswer, HttpRequest } from "../../http/exchange/request";

export type UnsignedRequest = Omit<HttpRequest, "headers">;

/**
 * Calls IAM, tried again where the failure may pass. `authorize` is asked for every try, so that a signature carries
 * the date of its own. Every failure is an `ApiError`.
 */
export type IamCall = (
  request: UnsignedRequest,
  authorize?: (request: UnsignedRequest) => Headers | Promise<Headers>,
) => Promise<HttpAnswer>;
