import { isNotFound } from "../../../client/dcs-errors";
import { ApiError, reworded } from "../../../http/errors/api-error";

/**
 * True for a 404 about the call and not about the instance: a service of version 1.0 only. Asked about an instance that was
 * just read.
 */
export const isWithoutCall = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.status === 404 && !isNotFound(error);

/** Says what to do without the call. For the `catch` of a call: a failure stays a failure. */
export const remedyWithoutCall =
  (remedy: string) =>
  (error: unknown): never => {
    throw isWithoutCall(error) ? reworded(error, { remedy }) : error;
  };
