import { isBusy, isNotFound } from "../client/dcs-errors";
import { configuration, type RunClient } from "../process/configuration";
import type { Run } from "../process/run";
import { watchEngine } from "../process/watch-engine";
import { isSame, type Values } from "../resource/describe/argument";
import { ownershipOf } from "../resource/describe/ownership";
import type { ResourceType } from "../resource/describe/resource-type";
import { occupation } from "./api/features/facts";
import { deleteInstance, listInstances, readInstance } from "./api/instances";
import { failureReason, STATUSES } from "./api/statuses";
import type { Instance, InstanceSummary } from "./api/types";
import { connectFor } from "./arguments/connect";
import { PLACED } from "./arguments/place/placed";
import { isPlaced, targetOf } from "./arguments/place/target";
import { INSTANCE_ARGUMENTS } from "./arguments/rows/instance-arguments";
import { INSTANCE_SCHEMA } from "./arguments/schema";
import { declarationOf } from "./conversion/declaration";
import { withImplied } from "./conversion/implied";
import { readState } from "./conversion/read-state";
import { create } from "./create/create";
import { nameObstacle } from "./create/name-conflict";
import { parametersObstacle } from "./preview/existing-parameters";
import { hintsFor } from "./preview/hints";
import { type RemoteCheckOptions, remoteChecks } from "./preview/remote-checks";
import { IN_PLACE } from "./update/in-place";
import { asValues } from "./values/as-values";
import { EDITION_3, editionOf } from "./values/editions";
import type { InstanceInputs } from "./values/types";

const minutes = (count: number): number => count * 60_000;

const sightingOf = (seen: InstanceSummary) => ({
  id: seen.instance_id,
  status: seen.status,
  reason: failureReason(seen),
});

const conflictOf = (run: Run, inputs: Values): "fail" | "adopt" =>
  (inputs.onNameConflict as "fail" | "adopt" | undefined) ??
  configuration(run, targetOf(inputs)).settings.onNameConflict;

// What a cache was made from may be sold no more. It counts again only if the program changes it.
function changedOf(olds: Values, inputs: Values): RemoteCheckOptions["changed"] {
  if (Object.keys(olds).length === 0) return undefined;
  const isChanged = (name: string) => inputs[name] !== undefined && !isSame(INSTANCE_ARGUMENTS, name, olds, inputs);
  const growth = Number(inputs.capacity) - Number(olds.capacity);
  return { zones: isChanged("availableZones"), product: PRODUCT_ARGUMENTS.some(isChanged), growth };
}

const PRODUCT_ARGUMENTS = ["engineVersion", "cacheMode", "productId", "capacity", "replicas"];

/** The description of a DCS instance. The kit makes the provider's methods from it. */
export const dcsInstance: ResourceType<RunClient, Instance> = {
  ...PLACED,
  noun: "cache",
  lost: "its data, backups and address",
  schema: INSTANCE_SCHEMA,
  arguments: INSTANCE_ARGUMENTS,
  implied: withImplied,
  steps: IN_PLACE,
  statuses: STATUSES,
  timeouts: { create: minutes(30), update: minutes(60), delete: minutes(30) },
  remedies: {
    stopped: "start it in the DCS console, then run `pulumi up` again",
    failed:
      "Restart it in the DCS console and run `pulumi up` again, which does what is left. To give it up with its data for a new one, run `pulumi destroy --target <urn>` and then `pulumi up`",
  },

  calls: {
    read: readInstance,
    delete: deleteInstance,
    list: async (dcs, within) => (await listInstances(dcs, undefined, within)).map(sightingOf),
    sightingOf,
    occupation: async (dcs, live, within) =>
      editionOf(live.engine_version) === EDITION_3 ? undefined : occupation(dcs, live, within),
    isNotFound,
    isBusy,
  },

  connect: connectFor,

  withDefaults(run, inputs) {
    const { deletionProtection } = configuration(run, targetOf(inputs)).settings;
    return { engine: "Redis", ...(deletionProtection ? { deletionProtection } : {}), ...inputs };
  },

  async lookAhead(run, inputs, { isNew, isSound, olds }) {
    const { liveChecks } = configuration(run, targetOf(inputs)).settings;
    const hints = hintsFor(inputs);
    if (!isPlaced(inputs) || !liveChecks) return { failures: [], lines: hints };
    const onNameConflict = isNew ? conflictOf(run, inputs) : undefined;
    const takesOver = isNew && isSound;
    const changed = changedOf(olds, inputs);
    const open = () => connectFor(run, inputs);
    const found = await remoteChecks(open, inputs, { onNameConflict, takesOver, changed });
    return { ...found, lines: [...found.lines, ...hints] };
  },

  async obstacleToUpdate(run, id, state, declared, modified) {
    const { liveChecks } = configuration(run, targetOf(state)).settings;
    return liveChecks && modified.includes("parameters")
      ? parametersObstacle(connectFor(run, state), id, declared)
      : undefined;
  },

  async obstacleToReplacement(run, declared) {
    const { liveChecks } = configuration(run, targetOf(declared)).settings;
    if (!liveChecks || conflictOf(run, declared) !== "fail") return undefined;
    const dcs = connectFor(run, declared);
    return nameObstacle(dcs, String(declared.name), ownershipOf(run).changing);
  },

  toState: async (dcs, declared, live, asked) => asValues(await readState(dcs, declared, live, asked)),

  declarationOf,

  async create(operations, dcs, inputs) {
    const { limit } = operations;
    return create({
      operations,
      dcs,
      inputs: inputs as unknown as InstanceInputs,
      onNameConflict: conflictOf(dcs.run, inputs),
      stillWanted: await watchEngine(),
      limit,
      deadline: Date.now() + limit,
    });
  },
};
