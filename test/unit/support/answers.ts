import { explainCode } from "../../../provider/client/dcs-errors";
import { ApiError } from "../../../provider/http/errors/api-error";
import { ID, served } from "./inputs";

/** A list of instances with what is particular to each. */
export const listed = (...all: object[]) => ({
  instances: all.map((one) => served(one)),
  instance_num: all.length,
});

export const none = listed();

/** The answer to an order. */
export const ordered = { instance_id: ID, instances: [{ instance_id: ID }] };

const details = { method: "GET", path: "/instances", purpose: "test the provider" };

/** An error code as the client tells it on. */
export const coded = (code: string, status: number) => ({ code, explained: explainCode(code, status) });

export const notFound = (): ApiError =>
  new ApiError({ ...details, kind: "http", status: 404, ...coded("111404022", 404), notExecuted: true });

export const busy = (): ApiError =>
  new ApiError({ ...details, kind: "http", status: 400, ...coded("111400026", 400), notExecuted: true });

export const refused = (serviceMessage = "The name is invalid."): ApiError =>
  new ApiError({
    ...details,
    kind: "http",
    status: 400,
    ...coded("111400010", 400),
    serviceMessage,
    notExecuted: true,
  });

type Details = Partial<ConstructorParameters<typeof ApiError>[0]>;

export const lostAnswer = (method: "GET" | "POST" | "DELETE", more: Details = {}): ApiError =>
  new ApiError({ ...details, method, kind: "network", notExecuted: false, ...more });

/** A 404 of something that is not the service: no code of its own. */
export const wordless404 = (): ApiError => new ApiError({ ...details, kind: "http", status: 404, notExecuted: true });

export const throttled = (retryAfter?: number): ApiError =>
  new ApiError({ ...details, kind: "http", status: 429, retryAfter, notExecuted: true });
