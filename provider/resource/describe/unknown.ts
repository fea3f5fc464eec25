import { runtime } from "@pulumi/pulumi";

/** True for a value that the engine learns only during the update. */
export const isUnknown = (value: unknown): boolean => value === runtime.unknownValue;

/** True if a value or anything inside it is unknown. */
export function hasUnknown(value: unknown): boolean {
  if (isUnknown(value)) return true;
  return value !== null && typeof value === "object" && Object.values(value).some(hasUnknown);
}
