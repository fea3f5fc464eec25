import type { Emulator, InstanceSnapshot, RecordSnapshot } from "../../../emulator";
import type { Actor } from "./actor";
import type { Kept, Run } from "./engine";

/** Calls that change something, by method. */
export type Calls = Readonly<Record<"POST" | "PUT" | "DELETE", number>>;

/** How a cell stands after a run. */
export interface Look {
  /** The last error line of the run, if there was one. */
  readonly seen: string | undefined;
  readonly ours: readonly InstanceSnapshot[];
  readonly foreign: readonly InstanceSnapshot[];
  /** The most instances of ours there were at the same time during the run. */
  readonly peak: number;
  /** Whether ours lets clients in with the declared password. */
  readonly admits: boolean;
  /** What the state holds of it. */
  readonly kept: readonly Kept[];
  /** In a cell about a backup or a restore: all that the service has of this sort, and what the state holds of it. */
  readonly records?: { readonly ours: readonly RecordSnapshot[]; readonly kept: readonly Kept[] };
  /** During the run. */
  readonly calls: Calls;
  /** Modifying calls that were aimed at an instance of somebody else. */
  readonly trespasses: number;
}

/** Looks at the service and at the state for one cell. */
export function look(
  dcs: Emulator,
  { project, resource, record, since, declared }: Pick<Actor, "project" | "resource" | "record" | "since" | "declared">,
  run: Run,
  kept: readonly Kept[],
  peak: number,
): Look {
  const here = dcs.instances().filter(({ projectId }) => projectId === project);
  const foreign = here.filter(({ owner }) => owner === "foreign");
  const ours = here.filter(({ owner }) => owner === "caller");
  const modifying = dcs.journal
    .slice(since)
    .filter(({ path, method }) => path.includes(`/${project}/`) && method !== "GET");
  const count = (method: string) => modifying.filter((entry) => entry.method === method).length;
  return {
    seen: (run.errors.get(record?.name ?? "") ?? run.errors.get(resource))?.at(-1),
    ours,
    foreign,
    peak,
    admits: ours.every(({ id, passwordFree }) =>
      declared.noPasswordAccess === true ? passwordFree : dcs.admits(id, String(declared.password)),
    ),
    kept: kept.filter(({ name }) => name === resource),
    ...(record === undefined
      ? {}
      : {
          records: {
            ours: ours.flatMap(({ id }) => dcs.records(record.sort, id)),
            kept: kept.filter(({ name }) => name === record.name),
          },
        }),
    calls: { POST: count("POST"), PUT: count("PUT"), DELETE: count("DELETE") },
    trespasses: modifying.filter(({ path }) => foreign.some(({ id }) => path.includes(id))).length,
  };
}
