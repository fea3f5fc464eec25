import type { Failure } from "../../../../resource/describe/failure";
import { isUnknown } from "../../../../resource/describe/unknown";
import { RENAMABLE, type RenamedCommands, renamedOnly } from "../../../values/access/renamed-commands";
import { restartEffect } from "../../../values/access/restart";
import { sameBy } from "../../../values/meanings";
import type { InstanceArgument } from "../../row/instance-argument";

const NAME = {
  type: "string",
  pattern: "^[A-Za-z][A-Za-z0-9_-]{3,63}$",
  remedy: "give the command a name of 4 to 64 letters, digits, - and _, beginning with a letter",
};

/** Two commands cannot have one name. */
function clashes(value: unknown): Failure[] {
  const names = Object.entries(value as Record<string, string>).filter(([, name]) => !isUnknown(name));
  return names.flatMap(([command, name], at): Failure[] => {
    const word = name.toLowerCase();
    const other =
      names.slice(0, at).find(([, earlier]) => earlier.toLowerCase() === word)?.[0] ??
      RENAMABLE.find((each) => each === word && each !== command);
    if (other === undefined) return [];
    return [{ property: `renameCommands.${command}`, reason: `"${name}" is the name of ${other}: choose another` }];
  });
}

/** How commands are called. */
export const COMMANDS = {
  renameCommands: {
    since: "4.0",
    schema: {
      type: "object",
      additionalProperties: false,
      properties: Object.fromEntries(RENAMABLE.map((command) => [command, NAME])),
    },
    judge: clashes,
    change: {
      how: "rename",
      effect: (state, declared) => `${restartEffect(state, declared)}; clients must use the new names`,
    },
    same: sameBy("renameCommands", (value) => renamedOnly(value as RenamedCommands)),
    answered: false,
    toCreate: ({ renameCommands }) => ({
      rename_commands: renameCommands && Object.fromEntries(renamedOnly(renameCommands as RenamedCommands)),
    }),
  },
} as const satisfies Readonly<Record<string, InstanceArgument>>;
