import type { Outcome } from "../engines/engine";
import { nameOf } from "../model/declaration";
import type { Played, Scene } from "../play/scene";
import { Violation } from "../violation";

/** A failure in a calm run must have a cause, and name it. */
export function judgeFailure(scene: Scene, slot: number, played: Played): void {
  const { failure = "" } = played.outcomes[slot] as Outcome;
  const { vanished, unseen } = scene.model.slot(slot);
  if (isNameConflict(scene, slot, played) || isRefusedReplacement(scene, slot, played)) return;
  if (vanished && /pulumi refresh/.test(failure)) return;
  if (unseen.has("capacity")) return;
  if (["ERROR", "CREATEFAILED"].includes(servedNow(scene, slot)?.status ?? "")) return;
  if (isNotReached(failure) && played.outcomes.some((other) => other.failure && !isNotReached(other.failure))) return;
  throw new Violation(`failed without a cause: ${failure}`);
}

/** The engine reaches nothing when it stops at another resource. */
const isNotReached = (failure: string): boolean => failure.startsWith("not reached");

function servedNow({ engine, service }: Scene, slot: number) {
  const { present } = engine.entries(slot);
  return present && service.served(present.id);
}

/** An instance of the wanted name stands in the way of a create. What is to be replaced is kept then. */
function isNameConflict(scene: Scene, slot: number, { program, before, outcomes }: Played): boolean {
  const { engine, model, place, service } = scene;
  const { declared, lost } = model.slot(slot);
  const name = declared && nameOf(place, slot, declared.name);
  const inTheWay = [...model.strangers.keys()].filter((id) => service.served(id)?.name === name);
  if (lost !== undefined) inTheWay.push(lost);
  const old = before.entries[slot];
  const isReplacement =
    old !== undefined && model.expectation(old).isReplacedBy(program.get(slot) ?? {}, before.served[slot]);
  const creates = old === undefined || engine.entries(slot).present === undefined || isReplacement;
  if (inTheWay.length === 0 || !creates) return false;
  const { failure = "" } = outcomes[slot] as Outcome;
  if (!inTheWay.some((id) => failure.includes(id)))
    throw new Violation(`the conflict does not name ${inTheWay}: ${failure}`);
  return true;
}

/** Only a replacement could undo a change from outside, and the program does not ask for one: the cache stays. */
function isRefusedReplacement(scene: Scene, slot: number, { program, before, outcomes }: Played): boolean {
  const { failure = "" } = outcomes[slot] as Outcome;
  const [old, declared] = [before.entries[slot], program.get(slot)];
  if (old === undefined || declared === undefined || !/only a replacement/.test(failure)) return false;
  if (scene.model.slot(slot).unseen.has("capacity") || Number(old.outputs.capacity) <= Number(declared.capacity))
    throw new Violation(`there is nothing that only a replacement could undo: ${failure}`);
  if (scene.model.expectation(old).isReplacedBy(declared, before.served[slot]))
    throw new Violation(`the program asks for a replacement, which was refused: ${failure}`);
  if (servedNow(scene, slot)?.id !== old.id) throw new Violation(`refused, but ${old.id} is gone: ${failure}`);
  return true;
}
