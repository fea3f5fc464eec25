import { isUnauthorized } from "../http/errors/api-error";
import { configuration, type Target } from "./configuration";
import type { Run } from "./run";

const HINT =
  "; refresh and destroy are given the stack's config of the last `pulumi up`: if it was changed since, run `pulumi up` first";

const isOfStack = (origin: string): boolean => origin.endsWith("in the stack's config");

/**
 * Does work that may belong to a refresh or a destroy. Neither runs the program, and Pulumi passes the configuration
 * stored in the state. If secrets were replaced since and are refused, the message says so.
 */
export async function maybeWithOldConfig<T>(run: Run, target: Target, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (run.programRan || !isUnauthorized(error)) throw error;
    const { origins } = configuration(run, target).settings;
    throw Object.values(origins).some(isOfStack) ? new Error(error.message + HINT) : error;
  }
}
