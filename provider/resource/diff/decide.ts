import type { dynamic } from "@pulumi/pulumi";
import { log } from "../../process/log";
import type { Run } from "../../process/run";
import type { Values } from "../describe/argument";
import { ownershipOf } from "../describe/ownership";
import { labelOf, type ResourceType } from "../describe/resource-type";
import { isBeingCreated, isFailed, isFailedCreate } from "../describe/statuses";
import { beforeOf, entryOf } from "../state/declared";
import { existingOf } from "../state/existing-resources";
import { own, type Props } from "../state/guard";
import { equivalentLines, noticeLines, replacementLines } from "./announcements";
import { type Difference, difference } from "./difference";
import { driftRefusal, replacementRefusal } from "./refusals";

/** What is to be done, and because of which arguments. */
export interface Decision extends dynamic.DiffResult {
  readonly changes: boolean;
  readonly replaces: string[];
  /** Arguments that are changed in place, or in the state only. */
  readonly updates: string[];
}

/** Decides between no change, an update in place and a replacement, and prints what the change will do. */
export async function decide<C extends object, L>(
  type: ResourceType<C, L>,
  run: Run,
  id: string,
  olds: Props,
  news: Values,
): Promise<Decision> {
  const state = own(olds);
  const declared = type.implied?.(news) ?? news;
  const found = difference(type.arguments, state, declared, beforeOf(olds));
  // The rest of a failed create, if it could not be removed, will never serve.
  const isLost = await isLeftOver(type, run, id, state);
  const replaces = [...found.replaced, ...(isLost ? ["status"] : [])];
  // After a refresh the engine no longer knows that the creation is unfinished, or that the last run failed. The update
  // looks at the resource again: it ends with one that serves, or with an error.
  const isUnfinished = isBeingCreated(type.statuses, state.status) || isFailed(type.statuses, state.status);
  const changes = isUnfinished || replaces.length + found.modified.length + found.recorded.length > 0;
  if (!isOfRefresh(run, id, news)) {
    if (!isLost) {
      refuseReplacement(type, state, declared, found);
      refuseChange(type, id, state, declared, found);
    }
    for (const line of linesOf(type, id, state, declared, found, isLost)) log(line);
    const mine = ownershipOf(run);
    if (changes) mine.changing.add(id);
    if (replaces.length === 0 && found.modified.length > 0) {
      const obstacle = await type.obstacleToUpdate?.(run, id, state, declared, found.modified);
      if (obstacle !== undefined) throw new Error(`${labelOf(type, state, id)}: ${obstacle}`);
    }
    if (replaces.length > 0) {
      const obstacle = await type.obstacleToReplacement?.(run, news);
      if (obstacle !== undefined) throw new Error(obstacle);
    } else mine.keep(id, state, entryOf(olds));
  }
  return {
    changes,
    replaces,
    updates: [...found.modified, ...found.recorded],
    // The old resource must make room for one of the same name, also in a replacement that the program asks for.
    deleteBeforeReplace: changes && !type.newComesFirst && !found.modified.includes("name"),
  };
}

// A refresh calls `diff` as well, with the inputs of the last update. Nothing will be changed then, so nothing is refused
// or announced. If the program has run, `check` has seen the same inputs in this run.
const isOfRefresh = (run: Run, id: string, declared: Values): boolean =>
  run.read.has(id) && !existingOf(run).has(declared);

// An interrupted create may have failed since. The state does not know that, so the service is asked. If it does not
// answer, the update will find out.
async function isLeftOver<C extends object, L>(
  { calls, statuses, connect }: ResourceType<C, L>,
  run: Run,
  id: string,
  state: Values,
): Promise<boolean> {
  if (!isBeingCreated(statuses, state.status)) return isFailedCreate(statuses, state.status);
  try {
    const live = await calls.read(connect(run, state), id, { deadline: Date.now() + 10_000 });
    return isFailedCreate(statuses, calls.sightingOf(live).status);
  } catch {
    return false;
  }
}

/** Throws for a replacement that nobody asked for, and for the replacement of a protected resource. */
function refuseReplacement<C extends object, L>(
  type: ResourceType<C, L>,
  state: Values,
  declared: Values,
  { replaced, drifted }: Difference,
): void {
  if (replaced.length === 0) return;
  const isProtected = state.deletionProtection === true || declared.deletionProtection === true;
  if (drifted.length === replaced.length && !declared.replaceOnDrift)
    throw new Error(driftRefusal(type, state, declared, drifted, isProtected));
  if (isProtected) throw new Error(replacementRefusal(type, state, replaced));
}

/** Throws for a change in place that cannot be made as it is declared. */
function refuseChange<C extends object, L>(
  type: ResourceType<C, L>,
  id: string,
  state: Values,
  declared: Values,
  { replaced, modified }: Difference,
): void {
  if (replaced.length > 0) return;
  const obstacles = modified.flatMap((name) => type.arguments[name]?.change.obstacle?.(state, declared) ?? []);
  if (obstacles.length > 0)
    throw new Error(`${labelOf(type, state, id)} cannot be changed as declared: ${obstacles.join("; ")}`);
}

function linesOf<C extends object, L>(
  type: ResourceType<C, L>,
  id: string,
  state: Values,
  declared: Values,
  { replaced, modified, recorded }: Difference,
  isLost: boolean,
): string[] {
  if (isLost) {
    const then = type.replacement ? `the update ${type.replacement}` : "what is left of it is replaced";
    return [`${labelOf(type, state, id)} was never created; ${then}`];
  }
  if (replaced.length > 0) return replacementLines(type, state, declared, replaced);
  if (modified.length + recorded.length === 0) {
    if (!isFailed(type.statuses, state.status)) return [];
    return [`${labelOf(type, state, id)} was ${state.status} when it was last read; the update looks at it again`];
  }
  return [...noticeLines(type, state, declared, modified), ...equivalentLines(type, state, declared)];
}
