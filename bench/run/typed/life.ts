import { bytesPerResource } from "../../measure/export";
import type { Operation } from "../../operations";
import type { LifeOrder, Ran } from "../apart/life";
import { TypedProject } from "./project";

/** What a user types for each operation. */
const TYPED: Readonly<Record<Operation, readonly string[]>> = {
  preview: ["preview"],
  up: ["up", "--yes"],
  "no-op-preview": ["preview", "--expect-no-changes"],
  "no-op-up": ["up", "--yes", "--expect-no-changes"],
  // Its preview would look at everything as well.
  refresh: ["refresh", "--yes", "--skip-preview"],
  destroy: ["destroy", "--yes"],
};

/** Lets a stack live by commands in a folder; `heard` gets each operation when it is over. */
export async function liveTyped(
  { contender, caches, operations, env }: LifeOrder,
  heard: (ran: Ran) => void,
): Promise<void> {
  const project = await TypedProject.create(contender, caches, env);
  try {
    for (const operation of operations) {
      const from = Date.now();
      await project.type(...TYPED[operation]);
      const ran: Ran = { operation, from, to: Date.now() };
      if (operation !== "up") heard(ran);
      else
        heard({ ...ran, bytes: bytesPerResource(JSON.parse(await project.type("stack", "export", "--show-secrets"))) });
    }
  } finally {
    await project.close();
  }
}
