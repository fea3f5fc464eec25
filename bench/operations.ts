/** What is timed, in the order of a stack's life. */
export const OPERATIONS = ["preview", "up", "no-op-preview", "no-op-up", "refresh", "destroy"] as const;

export type Operation = (typeof OPERATIONS)[number];

/** The chosen ones and, for those that need caches, the `up` that makes them. */
export function withNeeded(chosen: readonly Operation[]): readonly Operation[] {
  const needsCaches = chosen.some((operation) => OPERATIONS.indexOf(operation) > OPERATIONS.indexOf("up"));
  return OPERATIONS.filter((operation) => chosen.includes(operation) || (operation === "up" && needsCaches));
}
