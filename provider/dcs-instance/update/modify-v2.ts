import { type ModifyInstanceV2Request, modifyInstanceV2 } from "../api/change/modify-v2";
import { remedyWithoutCall } from "../api/change/without-call";
import { changedNames, type RenamedCommands } from "../values/access/renamed-commands";
import { DEFAULT_PORT } from "../values/editions";
import type { Changing, InstanceStep } from "./steps";

async function send(
  { service, id, deadline }: InstanceStep,
  { name }: Changing,
  body: ModifyInstanceV2Request,
): Promise<void> {
  const remedy = `this service cannot change ${name} in place (that belongs to version 2 of the API): declare it as it was, or have the cache replaced with replaceOnChanges: ["${name}"], which loses its data`;
  await modifyInstanceV2(service, id, body, { deadline }).catch(remedyWithoutCall(remedy));
}

/** Moves the instance to the declared port, or to the default. */
export const setPort = (step: InstanceStep, port: Changing): Promise<void> =>
  send(step, port, { port: (port.wanted as number | undefined) ?? DEFAULT_PORT });

/** Renames the commands whose names differ. A command that is no longer declared gets its own name back. */
export async function rename(step: InstanceStep, commands: Changing): Promise<void> {
  const renames = changedNames(commands.before as RenamedCommands, commands.wanted as RenamedCommands);
  if (Object.keys(renames).length > 0) await send(step, commands, { rename_commands: renames });
}
