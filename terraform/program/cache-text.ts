import type { Declaration } from "../attributes/declare";
import { comment, key, literal, quoted } from "./literal";
import type { Names } from "./names";

/** How a program asks for a secret of a plain type; any other is asked for as an object. */
const ASKS: Readonly<Record<string, string>> = {
  string: "requireSecret",
  number: "requireSecretNumber",
  boolean: "requireSecretBoolean",
};

/** True for a secret whose value is typed as JSON. */
export const isJson = (type: string): boolean => !Object.hasOwn(ASKS, type);

/** The text of one cache. */
export function cacheText(
  { cache, args, secrets, timeouts, notes }: Declaration,
  { resource, constant }: Names,
  secretName: (argument: string) => string,
): string {
  const asked = new Map(
    secrets.map((secret) => [secret.argument, ASKS[secret.type] ?? `requireSecretObject<${secret.type}>`]),
  );
  const lines = Object.entries({ ...args, adoptInstanceId: cache.id }).map(([argument, value]) => {
    const ask = asked.get(argument);
    return `  ${key(argument)}: ${ask ? `config.${ask}(${quoted(secretName(argument))})` : literal(value, "  ")},`;
  });
  const limits = Object.keys(timeouts).length > 0 ? `, { customTimeouts: ${literal(timeouts)} }` : "";
  return [
    comment(cache.address),
    `const ${constant} = new DcsInstance(${quoted(resource)}, {`,
    ...lines,
    ...notes.map((note) => comment(note, "  ")),
    `}${limits});`,
  ].join("\n");
}
