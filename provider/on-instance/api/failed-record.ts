import { recordReason } from "../../client/codes/records";

/** Why a record failed, in words. An empty code arrives as `null` or as `{}`. */
export const recordFailure = (code: unknown): string | undefined =>
  typeof code === "string" && code !== "" ? recordReason(code) : undefined;
