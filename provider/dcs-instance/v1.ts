import { methodsOf } from "../resource/methods";
import { dcsInstance } from "./resource";

/*
 * What the state of every cache calls, for ever: these seven names in this module. A cache made years ago reaches today's
 * code through them.
 */

const methods = methodsOf(dcsInstance);

export const { configure, check, diff, create, read, update } = methods;

const { delete: deleteInstance } = methods;

export { deleteInstance as delete };
