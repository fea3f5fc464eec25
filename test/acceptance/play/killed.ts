import { setTimeout as pause } from "node:timers/promises";
import { strike } from "../../engine/interruptions/interruption";
import { type Stage, Wrong } from "./stage";
import { withPrefix } from "./sweep";

/** Kills a run while its create waits. The cache is ordered and in no state then; the next `up` takes it over. */
export async function killed(stage: Stage): Promise<void> {
  const [first] = stage.setting.chosen;
  stage.change(first?.kind ?? "single", {});
  let over = false;
  const up = stage.tried().finally(() => {
    over = true;
  });
  while (!over && (await withPrefix(stage.dcs, stage.setting.prefix)).length === 0) await pause(200);
  // Time for the first look, so that an instance that is being created is among the recorded answers.
  await Promise.race([up, pause(1_500)]);
  if (over) throw new Wrong(`the run ended before it could be killed\n${(await up).output}`);
  const end = await strike(stage.stack, "cli", "SIGKILL");
  await up;
  end();
  if (await stage.stack.locked()) await stage.stack.cancel();
}
