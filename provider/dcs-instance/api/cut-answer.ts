import { ApiError } from "../../http/errors/api-error";

const ID = /"instance_id"\s*:\s*"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"/gi;

/** Ids of instances in an answer that was cut off, as far as the failed call has kept the answer. */
export function instanceIdsIn(failure: unknown): string[] {
  const text = failure instanceof ApiError ? (failure.answer ?? "") : "";
  return [...new Set([...text.matchAll(ID)].map(([, id]) => id as string))];
}
