import type { Values } from "../describe/argument";
import { labelOf, type ResourceType } from "../describe/resource-type";
import { shown } from "./announcements";

type Described = Pick<ResourceType<never, never>, "noun" | "lost" | "arguments">;

const GIVE_UP =
  "To give it up for a new one, set replaceOnDrift: true until it is replaced, or run `pulumi destroy --target <urn>` and then `pulumi up` (`pulumi stack --show-urns` lists the urns)";

const GIVE_UP_PROTECTED =
  "It is protected by deletionProtection, too: to give it up for a new one, first declare what is there together with deletionProtection: false and run `pulumi up`";

/** Why drift does not replace the resource, and what the user can do. */
export function driftRefusal(
  type: Described,
  state: Values,
  declared: Values,
  drifted: readonly string[],
  isProtected: boolean,
): string {
  const list = drifted.map(
    (name) =>
      `${name} is ${shown(type, name, state[name])} and the program declares ${shown(type, name, declared[name])}`,
  );
  return `${labelOf(type, state)} was changed outside of Pulumi, and only a replacement, which loses ${type.lost}, could change it back: ${list.join("; ")}. Nothing is replaced. To keep the ${type.noun}, declare what is there. ${isProtected ? GIVE_UP_PROTECTED : GIVE_UP}`;
}

/** Why a protected resource is not replaced, and what to do. */
export const replacementRefusal = (type: Described, state: Values, replaced: readonly string[]): string =>
  `${labelOf(type, state)} is protected by deletionProtection, and a change of ${replaced.join(", ")} would replace it: ${type.lost} would be lost. Nothing is replaced. To keep the ${type.noun}, take the change back. To replace it, set deletionProtection: false, run \`pulumi up\`, and then make the change`;

/** Why a protected resource is not deleted, and what to do. */
export const deletionRefusal = (type: Described, state: Values, id: string): string =>
  `${labelOf(type, state, id)} is protected by deletionProtection and was not deleted; what depends on it may have been deleted already. To delete it, declare it with deletionProtection: false, run \`pulumi up\`, and then delete it`;
