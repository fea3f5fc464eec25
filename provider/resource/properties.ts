import type { Arguments } from "./describe/argument";
import { OPTIONS } from "./describe/lifecycle-arguments";

/** Properties of a type. An argument that matters only at creation is not an output. */
export const propertiesOf = (args: Arguments, computed: readonly string[]): string[] => [
  ...Object.entries(args)
    .filter(([name, { change }]) => change.how !== "ignore" && !OPTIONS.has(name))
    .map(([name]) => name),
  ...computed,
];
