import { methodsOf } from "../resource/methods";
import { dcsInstance } from "./resource";

/*
 * The state of every cache refers to this module and these seven names. They never change, so that a cache made years ago
 * reaches the present code.
 */

const methods = methodsOf(dcsInstance);

export const { configure, check, diff, create, read, update } = methods;

const { delete: deleteInstance } = methods;

export { deleteInstance as delete };
