import { unknownValue } from "@pulumi/pulumi/runtime";

/** True for a value the engine does not know before the update. */
export const isUnknown = (value: unknown): boolean => value === unknownValue;

/** True if a value or anything inside it is unknown. */
export function hasUnknown(value: unknown): boolean {
  if (isUnknown(value)) return true;
  return value !== null && typeof value === "object" && Object.values(value).some(hasUnknown);
}
