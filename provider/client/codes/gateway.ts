import { ASK_SERVICE, code, RETRY_LATER, RIGHTS, type Row, SIGN_IN_AGAIN } from "./row";

/** Refusals of the API gateway in front of DCS, by the digits after `APIGW.` or `APIG.`. */
export const GATEWAY_CODES: Readonly<Record<string, Row>> = {
  "0101": code("the gateway does not know this API", "check otc:dcsEndpoint / OS_DCS_ENDPOINT_OVERRIDE and the region"),
  "0201": code("the gateway got no answer from the service", ASK_SERVICE),
  "0202": code("the service is down", ASK_SERVICE),
  "0203": code("the service did not answer in time", ASK_SERVICE),
  "0301": code("the gateway does not accept the sign-in", SIGN_IN_AGAIN),
  "0302": code("the user may not do this", RIGHTS),
  "0303": code("the gateway does not accept the sign-in", SIGN_IN_AGAIN),
  "0304": code("the user may not do this", RIGHTS),
  "0305": code("the gateway does not accept the sign-in", SIGN_IN_AGAIN),
  "0306": code("the user may not do this", RIGHTS),
  "0307": code("the token must be renewed", SIGN_IN_AGAIN),
  "0308": code("too many calls", "run fewer at a time with `pulumi up --parallel`", { throttled: true }),
  "0310": code("the project is not available", "check the project in the console"),
  "0601": code("internal error of the gateway", ASK_SERVICE),
  "0613": code("IAM is down", ASK_SERVICE),
};

/** Codes of the billing behind DCS, as they are written. */
export const BILLING_CODES: Readonly<Record<string, Row>> = {
  "CBC.99003651": code("another order for the instance is still being processed", RETRY_LATER),
};
