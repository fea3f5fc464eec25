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
    const one = await playedStep(step, stage, say);
    played.push(one);
    if (one.came === "wrong" && step.isNeeded) break;
  }
  return played;
}

/** The failure of a run without what Pulumi's SDK adds: the same output twice more. */
const wordsOf = ({ message }: Error): string => message.split(/\n\s*code: -?\d+\n stdout:/)[0] ?? message;

async function playedStep(
  { name: step, play }: Step,
  stage: Stage,
  say: (line: string) => void,
): Promise<Played[number]> {
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
    say(stage.interruption.aborted ? "cut off" : wordsOf(error as Error));
    return ended("wrong");
  }
}
