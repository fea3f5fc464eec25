import path from "node:path";
import { local } from "../setup/environment.mjs";

/** Everything the quickstart writes. */
export const place = path.join(local, "quickstart");
/** The stack: backend, passphrase, and the project folder that holds its configuration. */
export const stackPlace = path.join(place, "stack");
