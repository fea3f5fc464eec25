import { isRefused } from "../../client/dcs-errors";
import { isTransient } from "../../http/errors/api-error";
import type { RunClient } from "../../process/configuration";
import type { Values } from "../../resource/describe/argument";
import type { Findings } from "../../resource/describe/resource-type";
import { hasUnknown } from "../../resource/describe/unknown";
import { messageOf } from "../../resource/state/partial-failure";
import { previewTakeOver } from "../create/adoption";
import { previewConflicts } from "../create/find-by-name";
import { conflictMessage } from "../create/name-conflict";
import type { InstanceInputs } from "../values/types";
import { ofPlace } from "./catalogue/foreseen";
import { isNotThere, isOrdered, offerFindings, type Plan, quotaFindings, zoneFindings } from "./catalogue-checks";

export interface RemoteCheckOptions {
  /** What to do about an instance that already has the name; `undefined` if it may be the resource's own. */
  readonly onNameConflict?: "fail" | "adopt";
  /** True if the inputs are valid, so that they can be compared with an instance to take over. */
  readonly takesOver?: boolean;
  /** What is asked of the catalogue about an instance that exists. Absent: everything, because it is to be created. */
  readonly changed?: {
    readonly zones: boolean;
    readonly product: boolean;
    /** GB by which its capacity grows. */
    readonly growth?: number;
  };
}

const NOTHING: Findings = { failures: [], lines: [] };

const failing = (property: string, reason: string): Findings => ({ failures: [{ property, reason }], lines: [] });

/** The first warning of a run. If the service has one failure, its calls have many. */
class FirstWarning {
  #first?: string;

  of(warning: string): string {
    this.#first ??= warning;
    return this.#first;
  }
}

/** `takesOver`: no instance is ordered, as far as can be known. */
interface Existing extends Findings {
  readonly takesOver?: boolean;
}

async function takeOverFindings(
  dcs: RunClient,
  property: "adoptInstanceId" | "name",
  id: string,
  inputs: Partial<InstanceInputs>,
): Promise<Existing> {
  const found = await previewTakeOver(dcs, id, inputs as InstanceInputs);
  const findings = "obstacle" in found ? failing(property, found.obstacle) : { failures: [], lines: found.lines };
  return { ...findings, takesOver: true };
}

/** What an existing instance means for the resource: it blocks the name, or it is taken over. */
async function existingFindings(
  dcs: RunClient,
  inputs: Partial<InstanceInputs>,
  { onNameConflict, takesOver }: RemoteCheckOptions,
): Promise<Existing> {
  const { adoptInstanceId, name } = inputs;
  const open: Existing = { ...NOTHING, takesOver: adoptInstanceId !== undefined || onNameConflict === "adopt" };
  if (onNameConflict === undefined) return open;
  if (adoptInstanceId !== undefined) {
    if (!takesOver || hasUnknown(adoptInstanceId)) return open;
    return takeOverFindings(dcs, "adoptInstanceId", adoptInstanceId, inputs);
  }
  if (name === undefined || hasUnknown(name)) return open;
  const found = await previewConflicts(dcs, name);
  const [only, ...more] = found;
  if (!only) return NOTHING;
  if (onNameConflict === "fail" || more.length > 0) return failing("name", conflictMessage(name, found));
  return takesOver ? takeOverFindings(dcs, "name", only.instance_id, inputs) : open;
}

const OPEN = "the service could not be asked, so zones, products and names are not checked yet";

// After a transient failure the question stays open until the update. Any other failure would happen then as well.
async function finding<T extends Findings>(
  look: () => Promise<T>,
  passes: (error: unknown) => boolean,
): Promise<T | Findings> {
  try {
    return await look();
  } catch (error) {
    if (!passes(error)) return failing("", messageOf(error));
    return { ...NOTHING, warning: `${OPEN}: ${messageOf(error)}` };
  }
}

// No create needs the quota, so it is no failure if it cannot be read.
async function quotaFinding(
  dcs: RunClient,
  inputs: Partial<InstanceInputs>,
  plan: Plan,
  growth: number,
): Promise<Findings> {
  try {
    return await quotaFindings(dcs, inputs, plan, growth);
  } catch (error) {
    if (isNotThere(error)) return NOTHING;
    return { ...NOTHING, warning: `the quota could not be read, so it is not checked: ${messageOf(error)}` };
  }
}

function planOf({ onNameConflict, changed }: RemoteCheckOptions, isTakenOver: boolean): Plan {
  if (isTakenOver) return "takeOver";
  if (changed) return "change";
  return onNameConflict === undefined ? "replace" : "create";
}

/** What is certain of a new instance: its place, and what zones and product decide. */
async function foreseenOf(dcs: RunClient, asked: readonly Findings[]): Promise<Values> {
  return Object.assign({}, ofPlace(dcs.region, await dcs.projectId()), ...asked.map(({ foreseen }) => foreseen));
}

/** Asks the service what only it knows: sign-in, zones, products, stock, quota, names in use, what is taken over. */
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
  const existing: Existing = await finding(() => existingFindings(dcs, inputs, options), passes);
  const mayTakeOver = existing.takesOver ?? (existing.warning !== undefined && options.onNameConflict === "adopt");
  const plan = planOf(options, mayTakeOver);
  const { zones = true, product = true, growth = 0 } = options.changed ?? {};
  const asked = await Promise.all([
    zones ? finding(() => zoneFindings(dcs, inputs, plan), passes) : NOTHING,
    product && plan !== "takeOver" ? finding(() => offerFindings(dcs, inputs, plan), passes) : NOTHING,
    quotaFinding(dcs, inputs, plan, growth),
  ]);
  const all = [...asked, existing];
  // If the service refuses everything, all would report the same.
  const refused = all.find(({ failures }) => failures.some(({ property }) => property === ""));
  const foreseen = isOrdered(plan) ? { foreseen: await foreseenOf(dcs, asked) } : {};
  const warning = refused ? undefined : all.map((each) => each.warning).find((each) => each !== undefined);
  return {
    failures: refused ? refused.failures : all.flatMap(({ failures }) => failures),
    lines: all.flatMap(({ lines }) => lines),
    ...foreseen,
    ...(warning === undefined
      ? {}
      : { warning: dcs.run.shared(dcs.run, FirstWarning, () => new FirstWarning()).of(warning) }),
  };
}
