import type { ApiRequest, CallOptions, DcsClient } from "../../client/dcs-client";
import { isObject } from "../../http/exchange/json";

/** The most that one call returns. */
const PAGE = 1000;

export interface RecordList {
  readonly path: string;
  readonly purpose: string;
  /** Name of the list in the answer. */
  readonly key: string;
}

type Page = { readonly total_num?: number } & Record<string, unknown>;

// "No content" and `null` stand for an empty list.
const recordsOf = (body: unknown, key: string): unknown =>
  body === undefined ? [] : isObject(body) ? (body[key] ?? (body.total_num === 0 ? [] : undefined)) : undefined;

/** All records of a list of version 2, which counts from `offset` 0. */
export async function listRecords<R>(
  dcs: DcsClient,
  { path, purpose, key }: RecordList,
  options?: CallOptions,
): Promise<R[]> {
  const found: R[] = [];
  for (;;) {
    const request: ApiRequest = {
      method: "GET",
      path,
      query: { offset: found.length, limit: PAGE },
      purpose,
      expects: { holds: (body) => Array.isArray(recordsOf(body, key)), otherwise: "the answer is no list" },
    };
    const page = await dcs.request<Page | undefined>(request, options);
    const records = recordsOf(page, key) as R[];
    found.push(...records);
    if (records.length === 0 || found.length >= (page?.total_num ?? 0)) return found;
  }
}
