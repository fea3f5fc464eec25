import { readWhitelist, writeWhitelist } from "../api/features/whitelist";
import { toWhitelist, type WhitelistGroupInputs } from "../values/access/whitelist";
import type { InstanceStep } from "./steps";

/** Writes the whitelist as a whole. What the program never declared of it stays as the instance has it. */
export async function setWhitelist({ service, id, declared, properties, deadline }: InstanceStep): Promise<void> {
  const { whitelist, enableWhitelist } = declared as { whitelist?: WhitelistGroupInputs[]; enableWhitelist?: boolean };
  if (whitelist === undefined && !properties.includes("whitelist")) {
    const present = await readWhitelist(service, id, { deadline });
    await writeWhitelist(service, id, { ...present, enable_whitelist: enableWhitelist ?? false }, { deadline });
    return;
  }
  const groups = whitelist ?? [];
  await writeWhitelist(service, id, toWhitelist(groups, enableWhitelist ?? groups.length > 0), { deadline });
}
