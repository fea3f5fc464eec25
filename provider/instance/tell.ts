import { redact } from "../http/secrets/redact";

/** Shows a line to the user, on the stack's line of the display: the runtime has no other way from here. */
export const tell = (line: string): void => console.log(redact(line));

const told = new Set<string>();

/** The same, but each line once in a run. */
export function tellOnce(line: string): void {
  if (told.has(line)) return;
  told.add(line);
  tell(line);
}
