import type { Outcome } from "../engines/engine";
import { CALLS } from "../model/circumstances";
import { nameOf } from "../model/declaration";
import { SLOTS } from "../model/sequence";
import type { Played, Scene } from "../play/scene";
import { shown } from "../play/service";
import { differing, servedView, viewOf } from "../play/views";
import { Violation } from "../violation";

/** What holds after every run, however it ended. */
export function judgeEveryRun(scene: Scene, played: Played): void {
  judgeStrangers(scene);
  judgeOrders(scene, played);
  for (const slot of SLOTS) {
    judgeInstances(scene, slot, played);
    judgeUndeclared(scene, slot, played);
    noteFailure(scene, slot, played);
  }
}

function judgeStrangers({ model, service }: Scene): void {
  for (const [id, before] of model.strangers) {
    const now = JSON.stringify(service.served(id));
    if (now !== before) throw new Violation(`a stranger was touched: ${before} became ${now}`);
  }
}

function judgeOrders({ service }: Scene, { before }: Played): void {
  const orders = new Map<string, number>();
  for (const { method, path, body, done } of service.calls(before.calls)) {
    if (method !== "POST" || !CALLS.order.path.test(path) || !done) continue;
    const name = String((body as { name?: unknown }).name);
    orders.set(name, (orders.get(name) ?? 0) + 1);
  }
  for (const [name, count] of orders)
    if (count > 1) throw new Violation(`"${name}" was ordered ${count} times in one run`);
}

const living = ({ service }: Scene, slot: number) =>
  service.ours().filter((instance) => service.slotOf(instance) === slot && instance.status !== "DELETING");

/** No instance is there twice, and none in no state but for a reason that was told. */
function judgeInstances(scene: Scene, slot: number, { outcomes, under }: Played): void {
  const { engine, model, place } = scene;
  const { present, leaving } = engine.entries(slot);
  const known = new Set([present, ...leaving].map((entry) => entry?.id));
  const all = living(scene, slot);
  const unknown = all.filter(({ id }) => !known.has(id));
  const { failure } = outcomes[slot] as Outcome;
  const [lost, another] = unknown;
  const ofSlot = model.slot(slot);
  if (another) throw new Violation(`two instances are in no state: ${unknown.map(shown).join(", ")}`);
  if (lost && ofSlot.lost !== lost.id) {
    const explained = failure !== undefined && (under.kill !== undefined || /not known whether/.test(failure));
    if (!explained) throw new Violation(`an instance is in no state: ${shown(lost)}, told was: ${failure}`);
    const wanted = ofSlot.declared && nameOf(place, slot, ofSlot.declared.name);
    if (lost.name !== wanted) throw new Violation(`${shown(lost)} cannot be found by the name ${wanted}`);
  }
  if (all.length > 1 + leaving.length) throw new Violation(`duplicates: ${all.map(shown).join(", ")}`);
  ofSlot.lost = lost?.id;
}

/** What the program neither declares nor did stays as it is. */
function judgeUndeclared(scene: Scene, slot: number, { program }: Played): void {
  for (const instance of living(scene, slot)) {
    const declared = program.get(slot) ?? {};
    const changed = scene.model.expectation(instance, declared).changedUnasked(declared, instance);
    if (changed.length > 0) throw new Violation(`changed though never declared: ${changed.join("; ")}`);
  }
}

/** What a run that failed has done nevertheless. */
function noteFailure(scene: Scene, slot: number, { outcomes }: Played): void {
  if (outcomes[slot]?.failure === undefined) return;
  const { present } = scene.engine.entries(slot);
  if (present === undefined) return;
  const ofSlot = scene.model.slot(slot);
  // A delete that was cut off has its way.
  if (living(scene, slot).every(({ id }) => id !== present.id)) ofSlot.vanished = true;
  // So has an update: what it changed shows at the next refresh.
  const served = scene.service.served(present.id);
  if (served === undefined) return;
  for (const field of differing(viewOf(present.outputs), servedView(served))) ofSlot.unseen.add(field);
}
