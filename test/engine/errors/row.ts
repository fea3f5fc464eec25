import type { DcsInstanceArgs } from "pulumi-otc-dcs";
import type { FaultPlan } from "../../../emulator/faults/fault";

/** What the program does when the service says no. */
export interface Deed {
  /** As a table says it. */
  readonly words: string;
  /** The call that the service refuses. Absent: the create. */
  readonly refused: { readonly method: string; readonly path: RegExp };
  /** `create` fails in the first run; the others have a cache by then and fail in the second. */
  readonly kind: "create" | "change" | "backup" | "restore" | "delete";
  /** Arguments that are changed, or that the cache is created with. */
  readonly args?: Partial<DcsInstanceArgs>;
  /** What the cache has from the beginning. */
  readonly cache?: Partial<DcsInstanceArgs>;
  /** The backup to restore. Absent: one that was made of the cache. */
  readonly backupId?: string;
}

/** One code, and what has to be done to get it. */
export interface Row {
  /** As the table and the resource name it. */
  readonly code: string;
  readonly deed: Deed;
  /** What the service answers. Absent: what it answers by itself. */
  readonly answer?: FaultPlan["with"];
  /** What is done behind the program's back between the runs, or before the first. */
  readonly behind?: "quota" | "removed";
}
