import { rm } from "node:fs/promises";
import { say } from "../setup/say.mjs";
import { running, stop } from "./local-dcs.mjs";
import { place, stackPlace } from "./place.mjs";
import { hasStack, openStack, visibly } from "./stack.mjs";

/** Destroys the stack, stops the local DCS and removes what the quickstart wrote. */
export async function cleanUp() {
  const dcs = await running();
  try {
    if (dcs && (await hasStack())) {
      const stack = await openStack(dcs.environment);
      await visibly("destroy", (reporting) => stack.destroy(reporting));
    }
  } finally {
    // Also when the destroy failed: the caches of a local DCS end with it.
    await stop();
    await rm(place, { recursive: true, force: true });
  }
  say("Nothing is left: no cache, no process, and the stack is removed as well");
  return 0;
}

/** Removes a stack whose cache ended with the local DCS that served it. */
export async function forget() {
  await rm(stackPlace, { recursive: true, force: true });
}
