import { sha256 } from "./canonical/payload-hash";
import { ALGORITHM, type Scope, scopeText } from "./scope";

/** The text that the signing key signs. */
export const stringToSign = (scope: Scope, canonical: string): string =>
  [ALGORITHM, scope.stamp, scopeText(scope), sha256(canonical)].join("\n");
