import { hasUnknown } from "../../resource/describe/unknown";
import { EDITION_3, editionOf } from "../values/editions";
import type { InstanceInputs } from "../values/types";

const OPEN_TO_VPC =
  "warning: a cache without a `whitelist` accepts connections from its whole VPC. Declare `whitelist`, or `whitelist: []` if that is meant. This is said once for all caches";

/** Advice about a valid declaration. The same text is shown once in a run. */
export function hintsFor({ engineVersion, whitelist, enableWhitelist }: Partial<InstanceInputs>): string[] {
  if (engineVersion === undefined || hasUnknown(engineVersion) || editionOf(engineVersion) === EDITION_3) return [];
  return whitelist === undefined && enableWhitelist === undefined ? [OPEN_TO_VPC] : [];
}
