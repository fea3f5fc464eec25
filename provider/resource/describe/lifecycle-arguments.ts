import type { Arguments } from "./argument";

const DURATION = {
  type: "string",
  pattern: "^(\\d+(\\.\\d+)?(h|m|s|ms))+$",
  remedy: 'use a duration such as "30m" or "1h30m"',
};

/** Arguments that every type has. They say how Pulumi treats the resource; the service does not know them. */
export const LIFECYCLE_ARGUMENTS = {
  // The runtime passes no changed properties to the engine, so `diff` applies the option, not the engine.
  replaceOnChanges: {
    schema: { type: "array", items: { type: "string" } },
    change: { how: "ignore" },
  },
  // A delete reads the state, not the program, so a new timeout must be recorded there.
  customTimeouts: {
    schema: {
      type: "object",
      additionalProperties: false,
      properties: { create: DURATION, update: DURATION, delete: DURATION },
    },
    change: { how: "record" },
  },
  // Delete and refresh obey the state, without the program.
  deletionProtection: { schema: { type: "boolean" }, change: { how: "record" } },
  replaceOnDrift: { schema: { type: "boolean" }, change: { how: "record" } },
} as const satisfies Arguments;

/** Options of a resource in the program. A dynamic provider gets them as arguments; no output shows them. */
export const OPTIONS: ReadonlySet<string> = new Set(["customTimeouts", "replaceOnChanges"] satisfies Array<
  keyof typeof LIFECYCLE_ARGUMENTS
>);
