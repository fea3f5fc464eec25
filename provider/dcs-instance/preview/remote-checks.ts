import { isRefused } from "../../client/dcs-errors";
import { isTransient } from "../../http/errors/api-error";
import type { RunClient } from "../../process/configuration";
import { isSame, type Values } from "../../resource/describe/argument";
import type { Findings } from "../../resource/describe/resource-type";
import { hasUnknown } from "../../resource/describe/unknown";
import { messageOf } from "../../resource/state/partial-failure";
import { INSTANCE_ARGUMENTS } from "../arguments/rows/instance-arguments";
import { previewTakeOver } from "../create/adoption";
import { previewConflicts } from "../create/find-by-name";
import { conflictMessage } from "../create/name-conflict";
import type { ArgumentName, InstanceInputs } from "../values/types";
import { catalogueFindings } from "./catalogue-checks";
import { quotaFailures } from "./quota-checks";

export interface RemoteCheckOptions {
  /** What to do about an instance that already has the name; `undefined` if it may be the resource's own. */
  readonly onNameConflict?: "fail" | "adopt";
  /** True if the inputs are valid, so that they can be compared with an instance to take over. */
  readonly takesOver?: boolean;
  /** What was declared before. Empty for a cache that is to be created. */
  readonly olds?: Values;
}

const failing = (property: string, reason: string): Findings => ({ failures: [{ property, reason }], lines: [] });

const NOTHING: Findings = { failures: [], lines: [] };

/** Arguments that the catalogue judges. */
const OFFERED = ["engineVersion", "productId", "cacheMode", "capacity", "replicas"] as const;

/**
 * The declaration without what an existing cache has already: the service may no longer offer it, and that is no reason
 * to change the cache.
 */
function toBeOffered(inputs: Partial<InstanceInputs>, olds: Values): Partial<InstanceInputs> {
  const isChanged = (name: ArgumentName): boolean => !isSame(INSTANCE_ARGUMENTS, name, olds, inputs as Values);
  if (isEmpty(olds)) return inputs;
  const { availableZones, engineVersion, ...others } = inputs;
  const judged = OFFERED.some(isChanged) ? { engineVersion, ...others } : {};
  const zones = isChanged("availableZones") ? { availableZones } : {};
  return { ...judged, ...zones } as Partial<InstanceInputs>;
}

const isEmpty = (values: Values): boolean => Object.keys(values).length === 0;

async function takeOverFindings(
  dcs: RunClient,
  property: "adoptInstanceId" | "name",
  id: string,
  inputs: Partial<InstanceInputs>,
): Promise<Findings> {
  const found = await previewTakeOver(dcs, id, inputs as InstanceInputs);
  return "obstacle" in found ? failing(property, found.obstacle) : { failures: [], lines: found.lines };
}

interface Existing extends Findings {
  /** True if an instance is taken over, so that none is created. */
  readonly isTakenOver?: boolean;
}

/** What an existing instance means for the resource: it blocks the name, or it is taken over. */
async function existingFindings(
  dcs: RunClient,
  inputs: Partial<InstanceInputs>,
  { onNameConflict, takesOver }: RemoteCheckOptions,
): Promise<Existing> {
  const { adoptInstanceId, name } = inputs;
  if (onNameConflict === undefined) return NOTHING;
  if (adoptInstanceId !== undefined) {
    if (!takesOver || hasUnknown(adoptInstanceId)) return { ...NOTHING, isTakenOver: true };
    return { ...(await takeOverFindings(dcs, "adoptInstanceId", adoptInstanceId, inputs)), isTakenOver: true };
  }
  if (name === undefined || hasUnknown(name)) return NOTHING;
  const found = await previewConflicts(dcs, name);
  const [only, ...more] = found;
  if (!only) return NOTHING;
  if (onNameConflict === "fail" || more.length > 0) return failing("name", conflictMessage(name, found));
  const taken = takesOver ? await takeOverFindings(dcs, "name", only.instance_id, inputs) : NOTHING;
  return { ...taken, isTakenOver: true };
}

// After a transient failure the question stays open until the update. Any other failure would happen then as well.
async function finding<F extends Findings>(
  look: () => Promise<F>,
  passes: (error: unknown) => boolean,
): Promise<F | Findings> {
  try {
    return await look();
  } catch (error) {
    if (!passes(error)) return failing("", messageOf(error));
    const open = "the service could not be asked, so zones, products and names are not checked yet";
    return { ...NOTHING, warning: `${open}: ${messageOf(error)}` };
  }
}

async function offeredFindings(dcs: RunClient, inputs: Partial<InstanceInputs>, olds: Values): Promise<Findings> {
  const isNew = isEmpty(olds);
  const { failures, line } = await catalogueFindings(dcs, toBeOffered(inputs, olds), isNew);
  return { failures, lines: line === undefined ? [] : [line] };
}

async function quotaFindings(dcs: RunClient, inputs: Partial<InstanceInputs>): Promise<Findings> {
  const { name, capacity } = inputs;
  if (name === undefined || capacity === undefined || hasUnknown(name) || hasUnknown(capacity)) return NOTHING;
  return { ...NOTHING, failures: await quotaFailures(dcs, name, capacity) };
}

/** Asks the service what only it knows: sign-in, zones, products, quota, names in use, what is taken over. */
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
  const [found, existing] = await Promise.all([
    finding(() => offeredFindings(dcs, inputs, options.olds ?? {}), passes),
    finding<Existing>(() => existingFindings(dcs, inputs, options), passes),
  ]);
  const { isTakenOver = false } = existing as Existing;
  const isCreated = options.onNameConflict !== undefined && !isTakenOver && existing.failures.length === 0;
  const all = [
    isTakenOver ? NOTHING : found,
    existing,
    isCreated ? await finding(() => quotaFindings(dcs, inputs), passes) : NOTHING,
  ];
  const warning = all.find((each) => each.warning !== undefined)?.warning;
  // If the service refuses everything, all would report the same.
  const refusal = all.find(({ failures }) => failures.some(({ property }) => property === ""));
  return {
    failures: refusal ? refusal.failures : all.flatMap(({ failures }) => failures),
    lines: all.flatMap(({ lines }) => lines),
    ...(warning === undefined ? {} : { warning }),
  };
}
