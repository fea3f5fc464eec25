import { median } from "../measure/median";
import { CONTENDERS } from "../plan";
import type { Progress } from "../progress";
import { TITLES } from "../report/tables";
import type { Result } from "../result";
import { apart } from "./apart/apart";
import type { Declared, DeclaringOrder } from "./apart/declaring";

const DECLARED = 100;

/** What a resource of each contender costs the program's process, every round in a fresh one. */
export async function declaring(rounds: number, progress: Progress): Promise<Result["declaring"]> {
  const all: Array<Result["declaring"][number]> = [];
  for (const contender of CONTENDERS) {
    const order: DeclaringOrder = { contender, resources: DECLARED };
    const measured: Declared[] = [];
    const work = async () => {
      for (let round = 0; round < rounds; round += 1) {
        await apart<Declared>("declaring.ts", order, (declared) => measured.push(declared));
      }
      return median(measured.map(({ msPerResource }) => msPerResource));
    };
    const title = `declaring ${DECLARED} resources, ${TITLES[contender]}`;
    const msPerResource = await progress.step(title, work, (ms) => `${ms.toFixed(1)} ms each`);
    all.push({ contender, msPerResource, properties: measured[0]?.properties ?? 0 });
  }
  return all;
}
