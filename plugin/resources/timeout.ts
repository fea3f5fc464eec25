import type { Props } from "../values/received";

/** The option `customTimeouts` of one call, as the methods know it. 0 seconds: none is set. */
export const timeoutFor = (step: "create" | "update" | "delete", seconds: number): Props =>
  seconds > 0 ? { customTimeouts: { [step]: `${seconds}s` } } : {};
