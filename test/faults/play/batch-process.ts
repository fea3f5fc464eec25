import { fork } from "node:child_process";
import path from "node:path";
import { type Cell, titleOf } from "../cell";
import { allCells } from "../cells";
import { type Outcome, play, type Result } from "./batch";
import type { DoorName } from "./doors";

/** What crosses the process boundary. */
interface Message {
  readonly results: ReadonlyArray<Omit<Result, "cell"> & { readonly title: string }>;
  readonly secrets: number;
}

const named = (titles: readonly string[]): Cell[] => allCells.filter((cell) => titles.includes(titleOf(cell)));

/**
 * Plays cells of one operation in a process of their own: one process that runs several programs beside the local DCS
 * is busy for seconds at a time, and its connections fail by themselves.
 */
export function playInProcess(cells: readonly Cell[], by: DoorName): Promise<Outcome> {
  const child = fork(path.join(__dirname, "batch-process.ts"), [by, ...cells.map(titleOf)]);
  return new Promise((resolve, reject) => {
    let outcome: Outcome | undefined;
    child.once("message", ({ results, secrets }: Message) => {
      const cellOf = (title: string) => named([title])[0] as Cell;
      outcome = { results: results.map(({ title, ...rest }) => ({ cell: cellOf(title), ...rest })), secrets };
    });
    // Comes after every message, which the end of the process may overtake.
    child.once("disconnect", () =>
      outcome === undefined ? reject(new Error("A batch ended without a result.")) : resolve(outcome),
    );
  });
}

async function main(by: DoorName, titles: readonly string[]): Promise<void> {
  const { results, secrets } = await play(named(titles), by);
  const message: Message = {
    results: results.map(({ cell, ...rest }) => ({ title: titleOf(cell), ...rest })),
    secrets,
  };
  // A long message is cut off if the channel is closed before it is written.
  process.send?.(message, undefined, {}, () => process.disconnect());
}

if (require.main === module) void main(process.argv[2] as DoorName, process.argv.slice(3));
