import type { Stack } from "@pulumi/pulumi/automation";

/**
 * The stack, with runs that are one command each. The Automation API reads outputs and history after every run, by three
 * commands more that cost about as much as the run itself; the events of a run say what it changed.
 */
export const withBareRuns = (stack: Stack): Stack =>
  Object.assign(Object.create(stack) as Stack, {
    outputs: () => Promise.resolve({}),
    info: () => Promise.resolve(undefined),
  });
