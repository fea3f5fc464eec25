import {
  getAvailabilityZones,
  getBackups,
  getFlavors,
  getInstances,
  getMaintenanceWindows,
  getParameters,
  getParameterTemplates,
  getProducts,
  getQuota,
} from "pulumi-otc-dcs";
import { modifyInstance } from "../../../provider/dcs-instance/api/instances";
import { succeeded } from "../../engine/support/stack";
import type { Kind } from "../plan/kinds";
import { adopted } from "./adopted";
import { killed } from "./killed";
import { nameOf } from "./program";
import { expectChanges, type Stage, Wrong } from "./stage";
import { withPrefix } from "./sweep";

/** One step of the life. */
export interface Step {
  readonly name: string;
  /** Nothing after it makes sense if it fails. */
  readonly isNeeded?: true;
  /** The cache it is about; it is left out where that is not played. */
  readonly about?: Kind;
  readonly play: (stage: Stage) => Promise<unknown>;
}

const CHANGED = "changed outside of Pulumi";

async function changesInPlace(stage: Stage): Promise<void> {
  const later = {
    whitelist: [{ groupName: "office", ipList: ["10.1.0.0/16"] }],
    parameters: { timeout: 300 },
    tags: { use: "acceptance" },
  };
  for (const { kind } of stage.setting.chosen) {
    const window = { maintainBegin: "22:00:00", maintainEnd: kind === "new" ? "23:00:00" : "02:00:00" };
    stage.change(kind, { description: "acceptance", ...window, ...(kind === "old" ? {} : later) });
  }
  expectChanges(await stage.up(), { update: stage.setting.chosen.length });
}

async function drift(stage: Stage): Promise<void> {
  const [first] = stage.setting.chosen;
  const id = await stage.idOf(first?.kind ?? "single");
  await modifyInstance(stage.dcs, id, { description: CHANGED });
  const refresh = await succeeded(stage.stack.refresh());
  if (!refresh.output.includes(CHANGED)) throw new Wrong(`the refresh did not show the drift\n${refresh.output}`);
  expectChanges(await stage.up(), { update: 1 });
}

async function lookUps(stage: Stage): Promise<void> {
  await Promise.all([getAvailabilityZones(), getFlavors(), getProducts(), getMaintenanceWindows(), getQuota()]);
  await getParameterTemplates({ type: "sys" });
  for (const { kind } of stage.setting.chosen) {
    await getParameters({ instanceId: await stage.idOf(kind) });
    const listed = await getInstances({ name: nameOf(stage.setting, kind) });
    if (listed.length !== 1) throw new Wrong(`getInstances lists ${listed.length} of ${kind}`);
  }
}

async function backupAndRestore(stage: Stage): Promise<void> {
  stage.declared.backup = true;
  expectChanges(await stage.up(), { create: 1 });
  stage.declared.restore = true;
  expectChanges(await stage.up(), { create: 1 });
  const backups = await getBackups({ instanceId: await stage.idOf("pair") });
  if (backups.length !== 1) throw new Wrong(`getBackups lists ${backups.length} backups`);
}

async function destroyed(stage: Stage): Promise<void> {
  await succeeded(stage.stack.destroy());
  const left = await withPrefix(stage.dcs, stage.setting.prefix);
  if (left.length > 0) throw new Wrong(`${left.length} instances are left after destroy`);
}

async function resized(stage: Stage): Promise<void> {
  const capacity = stage.setting.chosen.find(({ kind }) => kind === "single")?.larger;
  if (capacity === undefined) return;
  stage.change("single", { capacity });
  expectChanges(await stage.up(), { update: 1 });
}

async function newPassword(stage: Stage): Promise<void> {
  stage.change("single", { password: `${stage.setting.password}b` });
  expectChanges(await stage.up(), { update: 1 });
}

async function allCreated(stage: Stage): Promise<void> {
  for (const { kind } of stage.setting.chosen) stage.change(kind, {});
  await stage.up();
  for (const { kind } of stage.setting.chosen) await stage.idOf(kind);
}

/** The life, in its order. */
export const STEPS: readonly Step[] = [
  { name: "a create that is killed", play: killed },
  { name: "all caches; the one of the killed run is taken over", isNeeded: true, play: allCreated },
  { name: "an up without a change", play: async (stage) => expectChanges(await stage.up(), {}) },
  { name: "a refresh without drift", play: async ({ stack }) => expectChanges(await succeeded(stack.refresh()), {}) },
  { name: "all look-ups", play: lookUps },
  { name: "changes in place", play: changesInPlace },
  { name: "a change from outside, shown and taken back", play: drift },
  { name: "a new password", about: "single", play: newPassword },
  { name: "a larger size", about: "single", play: resized },
  { name: "a cache that is no longer in the state, adopted", about: "single", play: adopted },
  { name: "a backup and a restore", about: "pair", play: backupAndRestore },
  { name: "destroy", play: destroyed },
];
