import { ApiError } from "./errors";
import type { ApiRequest } from "./requester";

/** What a successful answer must look like. Anything else comes from something in between, and says nothing. */
export interface Expectation {
  readonly holds: (body: unknown) => boolean;
  /** What an answer of another shape is called. */
  readonly otherwise: string;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** The answer, if it is as the request expects; taken for "no such instance" another one could make a second. */
export function expected({ method, path, purpose, expects }: ApiRequest, body: unknown): unknown {
  if (expects === undefined || expects.holds(body)) return body;
  const notDone = method === "GET";
  throw new ApiError({ kind: "malformed", method, path, purpose, serviceMessage: expects.otherwise, notDone });
}
