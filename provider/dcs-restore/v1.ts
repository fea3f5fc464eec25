import { methodsOf } from "../resource/methods";
import { dcsRestore } from "./resource";

/*
 * The state of every restore refers to this module and these seven names. They never change, so that a restore made years
 * ago reaches the present code.
 */

const methods = methodsOf(dcsRestore);

export const { configure, check, diff, create, read, update } = methods;

const { delete: endRestore } = methods;

export { endRestore as delete };
