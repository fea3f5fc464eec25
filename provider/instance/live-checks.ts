import type { DcsClient } from "../client/dcs-client";
import { ApiError, isTransient } from "../http/errors/api-error";
import type { Failure } from "./failures";
import { inTheWay } from "./look-up";
import { conflictMessage, obstacle } from "./named";
import { messageOf } from "./partial-failure";
import { catalogueFailures } from "./resolve";
import type { InstanceInputs } from "./types";
import { hasUnknown } from "./unknown";

export interface LiveFindings {
  readonly failures: readonly Failure[];
  /** Why the service could not be asked; what it would have said stays open until the update. */
  readonly warning?: string;
}

export interface LiveCheckOptions {
  /** Whether an instance that bears the name already stands in the way. */
  readonly nameMustBeFree: boolean;
  /** Whether the instance of `adoptInstanceId` is going to be taken over. */
  readonly takesOver?: boolean;
}

async function nameFailures(dcs: DcsClient, name: string | undefined): Promise<Failure[]> {
  if (name === undefined || hasUnknown(name)) return [];
  const found = await inTheWay(dcs, name);
  return found.length > 0 ? [{ property: "name", reason: conflictMessage(name, found) }] : [];
}

async function adoptFailures(dcs: DcsClient, inputs: Partial<InstanceInputs>): Promise<Failure[]> {
  const id = inputs.adoptInstanceId;
  if (id === undefined || hasUnknown(inputs)) return [];
  const reason = await obstacle(dcs, id, inputs as InstanceInputs);
  return reason === undefined ? [] : [{ property: "adoptInstanceId", reason }];
}

// Somebody who may not list products may still be allowed to create; who is not let in at all will not be later.
const mayNotLook = (error: unknown): boolean =>
  error instanceof ApiError && error.kind === "http" && error.status !== 401;

// What passes by itself is open until the update; who refuses us now, or is not trusted by us, will not do better then.
async function finding(
  look: () => Promise<readonly Failure[]>,
  passes: (error: unknown) => boolean,
): Promise<LiveFindings> {
  try {
    return { failures: await look() };
  } catch (error) {
    if (!passes(error)) return { failures: [{ property: "", reason: messageOf(error) }] };
    const open = "the service could not be asked, so zones, products and names are not checked yet";
    return { failures: [], warning: `${open}: ${messageOf(error)}` };
  }
}

/** Asks the service what only it knows: whether it lets us in, zones, products, names in use. */
export async function liveChecks(
  open: () => DcsClient,
  inputs: Partial<InstanceInputs>,
  { nameMustBeFree, takesOver = false }: LiveCheckOptions,
): Promise<LiveFindings> {
  const signIn = await finding(async () => {
    await open().projectId();
    return [];
  }, isTransient);
  if (signIn.warning || signIn.failures.length > 0) return signIn;
  const dcs = open();
  const passes = (error: unknown) => isTransient(error) || mayNotLook(error);
  const [catalogue, names, adopted] = await Promise.all([
    finding(() => catalogueFailures(dcs, inputs, (value) => !hasUnknown(value)), passes),
    finding(async () => (nameMustBeFree ? nameFailures(dcs, inputs.name) : []), passes),
    finding(async () => (takesOver ? adoptFailures(dcs, inputs) : []), passes),
  ]);
  const warning = catalogue.warning ?? names.warning ?? adopted.warning;
  // Refused as a whole, both would say the same.
  const refused = catalogue.failures.some(({ property }) => property === "");
  const failures = refused ? catalogue.failures : [...catalogue.failures, ...names.failures, ...adopted.failures];
  return { failures, ...(warning === undefined ? {} : { warning }) };
}
