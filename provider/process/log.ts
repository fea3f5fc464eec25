import { AsyncLocalStorage } from "node:async_hooks";
import { redact } from "../http/secrets/redact";

export type Say = (line: string) => void;

const surrounding = new AsyncLocalStorage<Say>();

/** Runs `work`; `say` gets every line that it logs. */
export const heardBy = <T>(say: Say, work: () => T): T => surrounding.run(say, work);

/** What shows lines to the user of the calling code, also when it is called by other code later. */
export const sayer = (): Say => surrounding.getStore() ?? console.log;

/** Shows a line to the user. A dynamic provider has no other way than its output, which Pulumi shows at the stack. */
export const log = (line: string, say: Say = sayer()): void => say(redact(line));
