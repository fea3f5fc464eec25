import type { DcsClient } from "../client/dcs-client";
import { readInstance } from "./api/instances";
import { isWreck } from "./statuses";
import type { InstanceOutputs } from "./types";

/**
 * True for what is left of a create that failed: it never served and never will. A create that was interrupted may have
 * failed since; the state does not know it, so the service is asked, and if it does not answer, time will tell.
 */
export async function isLeftover(open: () => DcsClient, id: string, { status }: InstanceOutputs): Promise<boolean> {
  if (status !== "CREATING") return isWreck(status);
  try {
    return isWreck((await readInstance(open(), id, { deadline: Date.now() + 10_000 })).status);
  } catch {
    return false;
  }
}
