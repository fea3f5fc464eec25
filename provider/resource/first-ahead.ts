import { setImmediate } from "node:timers";

let others: Promise<void> | undefined;

/** The SDK has sent a resource two turns after the program has declared it. */
const whenFirstIsSent = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(() => setImmediate(resolve));
  });

/**
 * Lets the first of the resources that a program declares in one go be sent before the SDK prepares the others.
 *
 * The engine starts the provider process when it gets the first one, which takes a second. The SDK prepares all in step and
 * would send the first one when the last one is ready, so the two would follow each other.
 *
 * @returns The same property, later for each resource that is not the first one.
 */
export function firstAhead<T>(property: T): T | Promise<T> {
  if (others) return others.then(() => property);
  others = whenFirstIsSent().then(() => {
    others = undefined;
  });
  return property;
}
