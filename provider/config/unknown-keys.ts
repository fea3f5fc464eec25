import { closest, distance } from "fastest-levenshtein";
import type { ConfigProblem } from "./resolve";
import { SETTING_NAMES } from "./settings";

// The runtime's own interface reads single keys; only the environment of the process holds them all.
function allKeys(): string[] {
  try {
    return Object.keys(JSON.parse(process.env.PULUMI_CONFIG ?? "{}"));
  } catch {
    return [];
  }
}

/** Keys under `otc:` that no setting has: a typo there would be ignored silently. */
export function unknownKeys(keys: readonly string[] = allKeys()): ConfigProblem[] {
  return keys
    .filter((key) => key.startsWith("otc:"))
    .map((key) => key.slice("otc:".length))
    .filter((name) => !(SETTING_NAMES as string[]).includes(name))
    .map((name) => {
      const near = closest(name, SETTING_NAMES);
      const meant =
        distance(name, near) <= 3
          ? `did you mean otc:${near}?`
          : `known are ${SETTING_NAMES.map((known) => `otc:${known}`).join(", ")}`;
      return {
        setting: name,
        message: `the stack's configuration has otc:${name}, which is not a setting: ${meant} (\`pulumi config rm otc:${name}\`)`,
      };
    });
}
