import type { CallOptions, DcsClient } from "../../client/dcs-client";
import { listPages } from "../../client/list-pages";
import { isObject } from "../../http/exchange/json";

export interface RecordList {
  readonly path: string;
  readonly purpose: string;
  /** Name of the list in the answer. */
  readonly key: string;
}

const totalIn = (body: unknown): number | undefined =>
  isObject(body) ? (body.total_num as number | undefined) : undefined;

// "No content" and `null` stand for an empty list.
const recordsOf = (body: unknown, key: string): unknown =>
  body === undefined ? [] : isObject(body) ? (body[key] ?? (body.total_num === 0 ? [] : undefined)) : undefined;

/** All records of a list. */
export const listRecords = <R>(
  dcs: DcsClient,
  { path, purpose, key }: RecordList,
  options?: CallOptions,
): Promise<R[]> =>
  listPages<R>(
    dcs,
    { path, purpose, entriesIn: (body) => recordsOf(body, key), totalIn, otherwise: "the answer is no list" },
    options,
  );
