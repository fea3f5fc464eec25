import type { CallOptions, DcsClient } from "./dcs-client";

/** A list of version 2 of the API, which counts from `offset` 0. */
export interface PagedList {
  readonly path: string;
  readonly query?: Readonly<Record<string, string | boolean>>;
  readonly purpose: string;
  /** The entries in an answer. Anything but a list means that the answer has another shape. */
  readonly entriesIn: (body: unknown) => unknown;
  /** How many entries there are in all. The calls write it in different ways. */
  readonly totalIn: (body: unknown) => number | undefined;
  /** What an answer of another shape is. */
  readonly otherwise: string;
}

/** The most that one call returns. */
const PAGE = 1000;

/** All entries of the list. */
export async function listPages<R>(
  dcs: DcsClient,
  { path, query, purpose, entriesIn, totalIn, otherwise }: PagedList,
  options?: CallOptions,
): Promise<R[]> {
  const found: R[] = [];
  for (;;) {
    const page = await dcs.request<unknown>(
      {
        method: "GET",
        path,
        query: { ...query, offset: found.length, limit: PAGE },
        purpose,
        expects: { holds: (body) => Array.isArray(entriesIn(body)), otherwise },
      },
      options,
    );
    const entries = entriesIn(page) as R[];
    found.push(...entries);
    if (entries.length === 0 || found.length >= (totalIn(page) ?? 0)) return found;
  }
}
