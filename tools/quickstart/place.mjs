import path from "node:path";
import { local } from "../setup/environment.mjs";

/** Everything the quickstart writes. */
export const place = path.join(local, "quickstart");
/** The stack: backend, secrets, and the project folder that holds its configuration. */
export const stackPlace = path.join(place, "stack");
/** The password of its cache, for a Redis client; only its owner may read it. */
export const passwordFile = path.join(stackPlace, "cache-password");
