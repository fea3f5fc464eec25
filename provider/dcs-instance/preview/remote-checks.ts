import { isRefused } from "../../client/dcs-errors";
import { isTransient } from "../../http/errors/api-error";
import type { RunClient } from "../../process/configuration";
import type { Findings } from "../../resource/describe/resource-type";
import { hasUnknown } from "../../resource/describe/unknown";
import { messageOf } from "../../resource/state/partial-failure";
import { previewTakeOver } from "../create/adoption";
import { previewConflicts } from "../create/find-by-name";
import { conflictMessage } from "../create/name-conflict";
import type { InstanceInputs } from "../values/types";
import { catalogueFailures } from "./catalogue-checks";

export interface RemoteCheckOptions {
  /** What to do about an instance that already has the name; `undefined` if it may be the resource's own. */
  readonly onNameConflict?: "fail" | "adopt";
  /** True if the inputs are valid, so that they can be compared with an instance to take over. */
  readonly takesOver?: boolean;
}

const failing = (property: string, reason: string): Findings => ({ failures: [{ property, reason }], lines: [] });

const NOTHING: Findings = { failures: [], lines: [] };

async function takeOverFindings(
  dcs: RunClient,
  property: "adoptInstanceId" | "name",
  id: string,
  inputs: Partial<InstanceInputs>,
): Promise<Findings> {
  const found = await previewTakeOver(dcs, id, inputs as InstanceInputs);
  return "obstacle" in found ? failing(property, found.obstacle) : { failures: [], lines: found.lines };
}

/** What an existing instance means for the resource: it blocks the name, or it is taken over. */
async function existingFindings(
  dcs: RunClient,
  inputs: Partial<InstanceInputs>,
  { onNameConflict, takesOver }: RemoteCheckOptions,
): Promise<Findings> {
  const { adoptInstanceId, name } = inputs;
  if (onNameConflict === undefined) return NOTHING;
  if (adoptInstanceId !== undefined) {
    if (!takesOver || hasUnknown(adoptInstanceId)) return NOTHING;
    return takeOverFindings(dcs, "adoptInstanceId", adoptInstanceId, inputs);
  }
  if (name === undefined || hasUnknown(name)) return NOTHING;
  const found = await previewConflicts(dcs, name);
  const [only, ...more] = found;
  if (!only) return NOTHING;
  if (onNameConflict === "fail" || more.length > 0) return failing("name", conflictMessage(name, found));
  return takesOver ? takeOverFindings(dcs, "name", only.instance_id, inputs) : NOTHING;
}

// After a transient failure the question stays open until the update. Any other failure would happen then as well.
async function finding(look: () => Promise<Findings>, passes: (error: unknown) => boolean): Promise<Findings> {
  try {
    return await look();
  } catch (error) {
    if (!passes(error)) return failing("", messageOf(error));
    const open = "the service could not be asked, so zones, products and names are not checked yet";
    return { ...NOTHING, warning: `${open}: ${messageOf(error)}` };
  }
}

/** Asks the service what only it knows: sign-in, zones, products, names in use, what is taken over. */
export async function remoteChecks(
  open: () => RunClient,
  inputs: Partial<InstanceInputs>,
  options: RemoteCheckOptions,
): Promise<Findings> {
  const signIn = await finding(async () => {
    await open().projectId();
    return NOTHING;
  }, isTransient);
  if (signIn.warning || signIn.failures.length > 0) return signIn;
  const dcs = open();
  // A user who may not list products may still be allowed to create. A user who cannot sign in will fail later, too.
  const passes = (error: unknown) => isTransient(error) || isRefused(error);
  const [catalogue, existing] = await Promise.all([
    finding(
      async () => ({ ...NOTHING, failures: await catalogueFailures(dcs, inputs, (value) => !hasUnknown(value)) }),
      passes,
    ),
    finding(() => existingFindings(dcs, inputs, options), passes),
  ]);
  const warning = catalogue.warning ?? existing.warning;
  // If the service refuses everything, both would report the same.
  const refused = catalogue.failures.some(({ property }) => property === "");
  return {
    failures: refused ? catalogue.failures : [...catalogue.failures, ...existing.failures],
    lines: existing.lines,
    ...(warning === undefined ? {} : { warning }),
  };
}
