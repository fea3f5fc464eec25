import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** Settings that are no texts. */
const TYPES = { insecure: "boolean", liveChecks: "boolean", deletionProtection: "boolean" };

/** Every setting, as configuration and as argument of an explicit provider. */
export function settings() {
  const { SETTING_NAMES, rowOf } = require("../../../dist/tools/settings.js");
  return Object.fromEntries(
    SETTING_NAMES.map((/** @type {string} */ name) => {
      const { env, meaning, secret } = rowOf(name);
      const words = meaning.charAt(0).toUpperCase() + meaning.slice(1);
      const property = {
        type: TYPES[/** @type {keyof typeof TYPES} */ (name)] ?? "string",
        description: `${words}. Environment: ${env.map((/** @type {string} */ each) => `\`${each}\``).join(", ")}.`,
        ...(secret ? { secret: true } : {}),
      };
      return [name, property];
    }),
  );
}
