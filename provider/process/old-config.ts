import { isUnauthorized } from "../http/errors/api-error";
import { configuration, type Target } from "./configuration";
import type { Run } from "./run";

const HINT =
  "; refresh and destroy are given the stack's config of the last `pulumi up`: if it was changed since, run that first";

const isOfStack = (origin: string): boolean => origin.endsWith("in the stack's config");

/**
 * Does work that refresh and destroy do, too. Neither runs the program, and Pulumi configures us as the state has it:
 * a refusal of secrets that were replaced meanwhile cannot be understood without knowing that.
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
