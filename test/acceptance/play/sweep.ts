import { setTimeout as pause } from "node:timers/promises";
import type { DcsClient } from "../../../provider/client/dcs-client";
import { deleteInstance, listInstances } from "../../../provider/dcs-instance/api/instances";

export interface Sweep {
  /** Only instances whose names begin so are touched. */
  readonly prefix: string;
  readonly say: (line: string) => void;
  /** Milliseconds between two looks. */
  readonly everyMs?: number;
  /** Milliseconds after which it gives up. */
  readonly limitMs?: number;
}

interface Left {
  readonly id: string;
  readonly name: string;
  readonly status: string;
}

/** The instances whose names begin with the prefix. The service looks for a part of the name, which is not enough. */
export async function withPrefix(dcs: DcsClient, prefix: string): Promise<Left[]> {
  if (prefix.length < 8) throw new Error(`"${prefix}" is too short to tell instances apart`);
  const listed = await listInstances(dcs, prefix);
  return listed
    .filter(({ name }) => name?.startsWith(prefix))
    .map(({ instance_id, name, status }) => ({ id: instance_id, name: name ?? "", status: status ?? "" }));
}

/** Deletes every instance with the prefix and waits until all are gone. Returns what is left when it gives up. */
export async function sweep(
  dcs: DcsClient,
  { prefix, say, everyMs = 5_000, limitMs = 2_700_000 }: Sweep,
): Promise<Left[]> {
  const end = Date.now() + limitMs;
  const told = new Set<string>();
  const tell = (line: string) => {
    if (!told.has(line)) say(line);
    told.add(line);
  };
  for (;;) {
    const left = await withPrefix(dcs, prefix);
    if (left.length === 0 || Date.now() > end) return left;
    for (const { id, name, status } of left) {
      if (status === "DELETING") continue;
      tell(`Removing ${name} (${id})`);
      // One that is busy refuses, and is asked again at the next look.
      await deleteInstance(dcs, id).catch((error: Error) => tell(error.message));
    }
    await pause(everyMs);
  }
}
