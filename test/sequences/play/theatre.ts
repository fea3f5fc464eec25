import { type Emulator, startEmulator } from "../../../emulator";
import { encodings } from "../../engine/support/encodings";
import type { Engine } from "../engines/engine";
import { LittleEngine } from "../engines/little-engine";
import { Processes } from "../engines/processes";
import { RealEngine } from "../engines/real-engine";
import { PASSWORDS } from "../model/declaration";
import type { Sequence } from "../model/sequence";
import { Life } from "./life";
import type { Stage } from "./run";

/** `process`: the provider process alone; `engine`: whole programs under the real engine. */
export type Under = "process" | "engine";

const TIMES = { createMs: 150, deleteMs: 100, extendMs: 150, taskMs: 100 };

/** The local DCS and the provider processes that all sequences share, each in a project of its own. */
export class Theatre {
  private stages = 0;
  readonly heard: string[] = [];

  private constructor(
    readonly dcs: Emulator,
    private readonly processes: Processes,
    private readonly under: Under,
  ) {}

  static async open({ under, lanes }: { readonly under: Under; readonly lanes: number }): Promise<Theatre> {
    const dcs = await startEmulator({ redis: false, ...TIMES });
    return new Theatre(dcs, new Processes(dcs.env, lanes > 40 ? 3_000 : 1_000), under);
  }

  async play(sequence: Sequence): Promise<void> {
    const stage = ++this.stages;
    const { id: projectId } = this.dcs.addProject(`eu-de_q${stage}`);
    const heard = (text: string) => this.heard.push(text);
    const engine: Engine =
      this.under === "process" ? new LittleEngine(this.processes) : await RealEngine.open(this.dcs.env, heard);
    const place: Stage["place"] = { projectId, prefix: `q${stage}` };
    try {
      await new Life({ dcs: this.dcs, place, engine, heard }).play(sequence);
    } finally {
      await engine.close();
    }
  }

  secrets(): number {
    const written = [this.processes.output, ...this.heard, JSON.stringify(this.dcs.journal)].join("\n");
    return PASSWORDS.flatMap(encodings).filter((form) => written.includes(form)).length;
  }

  async close(): Promise<void> {
    await this.processes.close();
    await this.dcs.close();
  }
}
