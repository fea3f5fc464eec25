import { startEmulator } from "../../../emulator";
import type { Cell, Operation } from "../cell";
import { isSettled } from "../judge/settled";
import { Actor } from "./actor";
import { declare } from "./declare";
import { DOORS, type DoorName } from "./doors";
import { ManyCaches, type Run } from "./engine";
import { look } from "./look";
import { Watch } from "./watch";
import { filesIn, secretsIn } from "./written";

/** What became of a cell. */
export interface Result {
  readonly cell: Cell;
  /** One for the struck run, and one for each that followed. */
  readonly looks: Actor["looks"];
  /** How many further runs it took; `undefined`: more than were made. */
  readonly convergedAfter: number | undefined;
  readonly touchedForeign: boolean;
  /** True if a planned fault met no call. */
  readonly missed: boolean;
}

export interface Outcome {
  readonly results: readonly Result[];
  /** How often a secret occurs in what was written: output of the engine and of the provider, events, state. */
  readonly secrets: number;
}

const FURTHER_RUNS = 3;

const quick = { redis: false, createMs: 300, deleteMs: 300, extendMs: 300, taskMs: 300, instanceQuota: 50 };

/** The command a user gives for each operation. */
const commands: Readonly<Record<Operation, "up" | "refresh" | "destroy">> = {
  create: "up",
  update: "up",
  replace: "up",
  refresh: "refresh",
  delete: "destroy",
  backup: "up",
  restore: "up",
};

/** Plays cells of one operation at the same time: one program, one resource and one project for each. */
export async function play(cells: readonly Cell[], by: DoorName): Promise<Outcome> {
  const [{ operation, liveChecks = false }] = cells as [Cell];
  const dcs = await startEmulator(quick);
  const watch = new Watch(dcs);
  const stack = await ManyCaches.create(operation, DOORS[by], { ...dcs.env, OTC_LIVE_CHECKS: String(liveChecks) });
  const actors = cells.map((cell, index) => new Actor(cell, `${operation}-${index + 1}`, dcs, watch, stack));
  const written: string[] = [];

  const program = async () => {
    for (const actor of actors) declare(DOORS[by], actor);
  };

  const run = async (command: "up" | "refresh" | "destroy"): Promise<Run> => {
    for (const actor of actors) actor.since = dcs.journal.length;
    const done = command === "up" ? await stack.up(program, actors.length > 1) : await stack[command]();
    written.push(done.output);
    return done;
  };

  const lookAtAll = async (done: Run): Promise<void> => {
    const kept = await stack.kept();
    for (const actor of actors) actor.looks.push(look(dcs, actor, done, kept, watch.peak(actor.project)));
  };

  try {
    if (operation !== "create") await prepare(await run("up"), actors);
    for (const actor of actors) await actor.strike();
    const struck = await run(commands[operation]);
    dcs.clearFaults();
    await dcs.resumeListening();
    await lookAtAll(struck);
    for (let further = 0; further < FURTHER_RUNS && actors.some((actor) => !hasSettled(actor)); further++) {
      if (actors.some((actor) => actor.asksForRefresh())) written.push((await stack.refresh()).output);
      for (const actor of actors) actor.followMessages();
      await lookAtAll(await run(commands[operation]));
    }
    return { results: actors.map(resultOf), secrets: secretsIn([...written, ...(await filesIn(stack.home))]) };
  } finally {
    watch.close();
    await stack.close();
    await dcs.close();
  }
}

/** Index of the look from which on the cell stayed settled. */
const settledAt = ({ cell, looks, declared }: Actor): number =>
  looks.findLastIndex((seen) => !isSettled(cell.operation, seen, declared)) + 1;

const hasSettled = (actor: Actor): boolean => settledAt(actor) < actor.looks.length;

function resultOf(actor: Actor): Result {
  const { cell, looks } = actor;
  const convergedAfter = hasSettled(actor) ? settledAt(actor) : undefined;
  return { cell, looks, convergedAfter, touchedForeign: actor.touchedForeign(), missed: actor.missed() };
}

async function prepare({ errors, output }: Run, actors: readonly Actor[]): Promise<void> {
  if (errors.size === 0 && actors.length > 0) return;
  throw new Error(`the caches could not be made: ${[...errors.values()].flat()[0] ?? output.slice(-2_000)}`);
}
