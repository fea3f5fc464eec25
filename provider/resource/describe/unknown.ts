/** How the engine writes such a value. The SDK exports it, too, from a module that takes long to load. */
export const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** True for a value the engine does not know before the update. */
export const isUnknown = (value: unknown): boolean => value === unknownValue;

/** True if a value or anything inside it is unknown. */
export function hasUnknown(value: unknown): boolean {
  if (isUnknown(value)) return true;
  return value !== null && typeof value === "object" && Object.values(value).some(hasUnknown);
}
