import type { Headers, HttpAnswer, HttpRequest } from "../../http/exchange/request";

export type UnsignedRequest = Omit<HttpRequest, "headers">;

/**
 * Calls IAM, and tries again after a transient failure. `authorize` is called for every try, so that each signature has
 * the date of its own try. Every failure is an `ApiError`.
 */
export type IamCall = (
  request: UnsignedRequest,
  authorize?: (request: UnsignedRequest) => Headers | Promise<Headers>,
) => Promise<HttpAnswer>;
