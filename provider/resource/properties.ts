import type { Arguments } from "./describe/argument";

/** Properties of a type. An argument that matters only at creation is not an output. */
export const propertiesOf = (args: Arguments, computed: readonly string[]): string[] => [
  ...Object.entries(args)
    .filter(([, { change }]) => change.how !== "ignore")
    .map(([name]) => name),
  ...computed,
];
