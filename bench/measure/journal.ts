import type { InstanceSnapshot, JournalEntry } from "../../emulator";

/** A time span, in milliseconds since the epoch. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const within = (journal: readonly JournalEntry[], { from, to }: Span): JournalEntry[] =>
  journal.filter(({ at }) => at >= from && at <= to);

/** When an instance was ready to be noticed: it runs, or it is gone. */
interface Event {
  readonly id: string;
  readonly at: number;
}

const isListOfAll = ({ path, query }: JournalEntry): boolean => path.endsWith("/instances") && query.name === undefined;

/** Milliseconds between each event and the first answer that could tell of it. */
function lags(calls: readonly JournalEntry[], events: readonly Event[]): number[] {
  const looks = calls.filter(({ method }) => method === "GET");
  return events.flatMap(({ id, at }) => {
    const noticed = looks.find(
      (call) => call.at >= at && (call.path.endsWith(`/instances/${id}`) || isListOfAll(call)),
    );
    return noticed === undefined ? [] : [noticed.at - at];
  });
}

/** From RUNNING to noticed, for each instance. */
export const createLags = (calls: readonly JournalEntry[], instances: readonly InstanceSnapshot[]): number[] =>
  lags(
    calls,
    instances.flatMap(({ id, launchedAt }) => (launchedAt === null ? [] : [{ id, at: Date.parse(launchedAt) }])),
  );

/** From gone to noticed, for each instance that was deleted and took `deleteMs` for it. */
export const deleteLags = (calls: readonly JournalEntry[], deleteMs: number): number[] =>
  lags(
    calls,
    calls.flatMap(({ method, path, at }) =>
      method === "DELETE" ? [{ id: path.split("/").at(-1) ?? "", at: at + deleteMs }] : [],
    ),
  );
