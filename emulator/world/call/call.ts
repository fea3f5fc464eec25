import type { Project } from "../accounts/account";
import type { Course } from "../instances/course";
import type { World } from "../world";

/** One request, as a handler sees it. */
export interface Call {
  readonly world: World;
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: URLSearchParams;
  /** Raw query, for signatures. */
  readonly search: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly raw: Buffer;
  /** Project of the credential; absent until it was checked, and in calls to IAM. */
  readonly scope?: Project;
  readonly requestId: string;
  /** What becomes of the instance that work is started on; to be asked once for each, when the call breaks no rule. */
  readonly course: () => Course;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const noContent: Answer = { status: 204 };

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** A header that must not be repeated. */
export function header(call: Pick<Call, "headers">, name: string): string | undefined {
  const value = call.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
