import type { Recording } from "../record/recording";
import type { Stage } from "./stage";
import { STEPS, type Step } from "./steps";

export type Played = Recording["steps"];

/** Plays the life. A step that goes wrong is told, and the next one follows if it makes sense. */
export async function play(stage: Stage, say: (line: string) => void): Promise<Played> {
  const played: Array<Played[number]> = [];
  for (const step of STEPS) {
    if (stage.interruption.aborted) break;
    if (step.about !== undefined && !stage.has(step.about)) continue;
    const one = await played1(step, stage, say);
    played.push(one);
    if (one.came === "wrong" && step.isNeeded) break;
  }
  return played;
}

async function played1({ name: step, play }: Step, stage: Stage, say: (line: string) => void): Promise<Played[number]> {
  const start = performance.now();
  const ended = (came: "right" | "wrong"): Played[number] => {
    const ms = Math.round(performance.now() - start);
    say(`${came === "right" ? "as it should be" : "WRONG"} after ${Math.round(ms / 1_000)} s: ${step}`);
    return { step, ms, came };
  };
  try {
    await play(stage);
    return ended("right");
  } catch (error) {
    say((error as Error).message);
    return ended("wrong");
  }
}
