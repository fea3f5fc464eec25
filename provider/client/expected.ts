import { ApiError } from "../http/errors/api-error";
import type { ApiRequest } from "./dcs-client";

/** The answer, if it has the expected shape. Read as "no such instance", another shape would lead to a second instance. */
export function expected({ method, path, purpose, expects }: ApiRequest, body: unknown): unknown {
  if (expects === undefined || expects.holds(body)) return body;
  const notExecuted = method === "GET";
  throw new ApiError({ kind: "malformed", method, path, purpose, serviceMessage: expects.otherwise, notExecuted });
}
