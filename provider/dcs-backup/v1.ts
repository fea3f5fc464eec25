import { methodsOf } from "../resource/methods";
import { dcsBackup } from "./resource";

/*
 * The state of every backup refers to this module and these seven names. They never change, so that a backup made years
 * ago reaches the present code.
 */

const methods = methodsOf(dcsBackup);

export const { configure, check, diff, create, read, update } = methods;

const { delete: deleteBackup } = methods;

export { deleteBackup as delete };
