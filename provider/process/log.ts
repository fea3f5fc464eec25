import { redact } from "../http/secrets/redact";

/** Shows a line to the user, on the stack's line of the display: the runtime has no other way from here. */
export const log = (line: string): void => console.log(redact(line));
