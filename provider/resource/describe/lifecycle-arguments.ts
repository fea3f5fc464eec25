import type { Arguments } from "./argument";

const DURATION = {
  type: "string",
  pattern: "^(\\d+(\\.\\d+)?(h|m|s|ms))+$",
  remedy: 'use a duration such as "30m" or "1h30m"',
};

/** Arguments that every type has: they say how the resource is treated, and the service knows nothing of them. */
export const LIFECYCLE_ARGUMENTS = {
  // The runtime tells the engine no changed properties, so the engine cannot apply the option: `diff` does.
  replaceOnChanges: {
    schema: { type: "array", items: { type: "string" } },
    change: { how: "ignore" },
  },
  // Deleting reads the state, not the program: a new timeout must get there.
  customTimeouts: {
    schema: {
      type: "object",
      additionalProperties: false,
      properties: { create: DURATION, update: DURATION, delete: DURATION },
    },
    change: { how: "record" },
  },
  // Deleting and refreshing hold to what the state says, also without the program.
  deletionProtection: { schema: { type: "boolean" }, change: { how: "record" } },
  replaceOnDrift: { schema: { type: "boolean" }, change: { how: "record" } },
} as const satisfies Arguments;
