import { ARGUMENTS } from "../instance/changes";
import type { ArgumentName, InstanceInputs } from "../instance/types";
import type { Props } from "./guard";

// `read` gets the state only. To answer the inputs as the program would write them it must know which of the arguments
// in the state the program declared and which the service filled in.
const KEY = "__declared";

/** Names of the declared arguments, to be kept in the state. */
export const withDeclared = (inputs: Partial<InstanceInputs>): Props => ({
  [KEY]: ARGUMENTS.filter((name) => inputs[name] !== undefined),
});

/** The declared arguments with the values they have in `values`. */
export function declaredIn(props: Props, values: Partial<InstanceInputs>): Partial<InstanceInputs> {
  const names = props[KEY];
  if (!Array.isArray(names)) return {};
  return Object.fromEntries(
    (names as ArgumentName[]).filter((name) => values[name] !== undefined).map((name) => [name, values[name]]),
  );
}
