import { redact } from "../http/secrets/redact";

/** Shows a line to the user, at the stack in Pulumi's display: a dynamic provider has no other way. */
export const log = (line: string): void => console.log(redact(line));
