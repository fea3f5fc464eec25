import { isDeepStrictEqual } from "node:util";
import type { Outcome } from "../engines/engine";
import { isCalm } from "../model/circumstances";
import { SLOTS } from "../model/sequence";
import type { Played, Scene } from "../play/scene";
import { shown } from "../play/service";
import { Violation } from "../violation";
import { judgeEveryRun } from "./every-run";
import { judgeState } from "./state";

/** What holds after a refresh. */
export function judgeRefresh(scene: Scene, played: Played): void {
  const { under, before, outcomes } = played;
  judgeEveryRun(scene, played);
  for (const slot of SLOTS) {
    const { failure } = outcomes[slot] as Outcome;
    if (failure === undefined) judgeSuccess(scene, slot, played);
    else if (isCalm(under)) throw new Violation(`refresh failed: ${failure}`);
  }
  const made = scene.service.modifying(before.calls);
  if (made.length > 0) throw new Violation(`refresh called ${made.join(", ")}`);
}

function judgeSuccess({ engine, model, service }: Scene, slot: number, played: Played): void {
  const ofSlot = model.slot(slot);
  const before = played.before.entries[slot];
  const { present: entry } = engine.entries(slot);
  const served = before && service.served(before.id);
  if (before !== undefined && served === undefined && entry !== undefined)
    throw new Violation("refresh kept what is gone");
  if (served !== undefined && entry === undefined) {
    if (served.status === "DELETING") return;
    // A list or a read that lags may hide an instance that is there; nothing else may.
    throw new Violation(`refresh dropped ${shown(served)}`);
  }
  if (entry !== undefined && served !== undefined) {
    const earlier = played.before.served[slot]?.status;
    judgeState(entry, served, { password: before?.outputs.password, earlier });
    const untouched = ofSlot.unseen.size === 0 && isCalm(played.under) && before?.unfinished === false;
    // It may have left a status between the refresh and this look.
    const isSteady = [before?.outputs.status, entry.outputs.status].every((status) => status === served.status);
    if (untouched && isSteady && !isDeepStrictEqual(before?.outputs, entry.outputs))
      throw new Violation("refresh changed an untouched cache");
  }
  ofSlot.unseen.clear();
  ofSlot.vanished = false;
}
