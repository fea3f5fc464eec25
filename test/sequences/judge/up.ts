import type { Props } from "../../process/support/provider-process";
import type { Outcome } from "../engines/engine";
import { isCalm } from "../model/circumstances";
import { SLOTS } from "../model/sequence";
import type { Played, Scene } from "../play/scene";
import { shown } from "../play/service";
import { differences, servedView } from "../play/views";
import { Violation } from "../violation";
import { judgeEveryRun } from "./every-run";
import { judgeFailure } from "./failure";
import { judgeState } from "./state";

/** What holds after an `up`. */
export async function judgeUp(scene: Scene, played: Played): Promise<void> {
  const { under, before, outcomes } = played;
  judgeEveryRun(scene, played);
  for (const slot of SLOTS) {
    const { failure } = outcomes[slot] as Outcome;
    judgeReplacement(scene, slot, played);
    if (failure === undefined) await judgeSuccess(scene, slot, played);
    else if (isCalm(under)) judgeFailure(scene, slot, played);
    remember(scene, slot, played);
  }
  if (isCalm(under) && outcomes.every(({ operation, failure }) => operation === "same" && failure === undefined)) {
    const made = scene.service.modifying(before.calls);
    if (made.length > 0) throw new Violation(`an up without changes called ${made.join(", ")}`);
  }
}

/** A cache that serves is replaced only when the program asks for another one. */
function judgeReplacement({ model }: Scene, slot: number, { program, before, outcomes }: Played): void {
  const [old, served] = [before.entries[slot], before.served[slot]];
  const declared = program.get(slot);
  if (outcomes[slot]?.operation !== "replace" || old === undefined || declared === undefined) return;
  const neverServed = old.outputs.status === "CREATEFAILED" || served?.status === "CREATEFAILED";
  if (neverServed || declared.replaceOnDrift === true) return;
  if (!model.expectation(old).isReplacedBy(declared, served))
    throw new Violation(`${old.id} was replaced, which the program did not ask for`);
}

async function judgeSuccess(scene: Scene, slot: number, played: Played): Promise<void> {
  const { program, under, before, outcomes } = played;
  const { engine, model, service } = scene;
  const declared = program.get(slot);
  if (declared === undefined) return judgeAbsence(scene, slot);
  const { operation } = outcomes[slot] as Outcome;
  const { present: entry } = engine.entries(slot);
  const ofSlot = model.slot(slot);
  if (entry === undefined || entry.unfinished)
    throw new Violation("the up succeeded, but the state has no finished cache");
  const served = service.served(entry.id);
  if (operation !== "same") ofSlot.vanished = false;
  if (served === undefined) {
    if (ofSlot.vanished) return;
    throw new Violation(`the service does not have ${entry.id}`);
  }
  if (operation === "create" || operation === "replace") ofSlot.unseen.clear();
  const astray = new Set(ofSlot.unseen);
  const wanted = differences(model.expectation(served).view(declared), servedView(served), astray);
  if (wanted.length > 0) throw new Violation(`wanted against served: ${wanted.join("; ")}`);
  const { password } = declared;
  // Without a change the state stays as the last refresh has left it, which may have met a restart.
  const { status: earlier } = before.entries[slot]?.outputs ?? {};
  const untouched = { but: astray, password, earlier: earlier === "RESTARTING" ? earlier : undefined };
  judgeState(entry, served, operation === "same" ? untouched : { password });
  if (operation === "update") ofSlot.unseen.clear();
  if (operation === "same" || astray.size > 0 || !isCalm(under)) return;
  if (await engine.wouldChange(slot, declared)) throw new Violation(`after ${operation} another up would change it`);
}

/** Neither the state nor the service has what the program does not declare. */
function judgeAbsence({ engine, model, service }: Scene, slot: number): void {
  const { present, leaving } = engine.entries(slot);
  if (present !== undefined || leaving.length > 0) throw new Violation(`the state still has ${present?.id}`);
  const left = service
    .ours()
    .filter((instance) => service.slotOf(instance) === slot && instance.id !== model.slot(slot).lost);
  if (left.length > 0) throw new Violation(`deleted, but the service still has ${left.map(shown).join(", ")}`);
  model.emptied(slot);
}

/** What the run has made of the instance decides what the next one may do with it. */
function remember({ engine, model }: Scene, slot: number, { program, before, outcomes }: Played): void {
  const { present } = engine.entries(slot);
  const declared: Props | undefined = program.get(slot);
  if (present === undefined || declared === undefined) return;
  const expectation = model.expectation(present, declared);
  const earlier = before.entries[slot];
  if (outcomes[slot]?.failure === undefined) expectation.succeeded(declared);
  else expectation.failed(declared, earlier?.id === present.id ? earlier : undefined, present);
}
