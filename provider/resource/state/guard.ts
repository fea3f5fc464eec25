import { redact } from "../../http/secrets/redact";
import { messageOf, PartialFailure } from "./partial-failure";

/** Properties as the engine passes them. `__provider` belongs to the runtime. */
export type Props = Readonly<Record<string, unknown>>;

/** The properties without those of the runtime, and without absent values. */
export function own(props: Props | undefined): Record<string, unknown> {
  const entries = Object.entries(props ?? {}).filter(
    ([name, value]) => !name.startsWith("__") && value !== undefined && value !== null,
  );
  return Object.fromEntries(entries);
}

/** What the runtime needs to find this provider again. */
export const runtimeOf = ({ __provider }: Props): Props => (__provider === undefined ? {} : { __provider });

// The result has plain values only, and `undefined` at no depth.
const plain = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));

/**
 * Runs a provider method and replaces every error by a new, plain one: with any other error the runtime hangs or distorts
 * the call. The state of a partial failure gets what `kept` returns, because later calls need it.
 */
export async function guarded<T>(
  method: () => Promise<T>,
  kept: (state: Props, id: string) => Props = () => ({}),
): Promise<T> {
  try {
    return plain(await method());
  } catch (error) {
    const message = redact(messageOf(error));
    const plainError = new Error(message);
    // The runtime logs the stack of some failures; file names do not help there.
    plainError.stack = "";
    if (!(error instanceof PartialFailure)) throw plainError;
    throw Object.assign(plainError, {
      id: error.id,
      properties: plain({ ...error.properties, ...kept(error.properties, error.id) }),
      reasons: error.reasons.map(redact),
    });
  }
}
