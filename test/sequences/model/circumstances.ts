import fc from "fast-check";
import type { Fault, FaultPlan, FaultTarget } from "../../../emulator/faults/fault";

/** The calls a fault or an interruption can be aimed at. */
export const CALLS = {
  "sign in": { method: "POST", path: /\/auth\/tokens$/ },
  "any call": { path: /^\/v1\.0\// },
  "look for the name": { method: "GET", path: /\/instances$/ },
  order: { method: "POST", path: /\/instances$/ },
  look: { method: "GET", path: /\/instances\/[^/]+$/ },
  modify: { method: "PUT", path: /\/instances\/[^/]+$/ },
  extend: { method: "POST", path: /\/(extend|resize)$/ },
  "change the password": { method: "PUT", path: /\/password$/ },
  tag: { method: "POST", path: /\/tags\/action$/ },
  delete: { method: "DELETE", path: /\/instances\/[^/]+$/ },
} as const satisfies Record<string, FaultTarget>;

export type CallName = keyof typeof CALLS;

/** What can go wrong. None lasts longer than a few seconds: what lasts is in the fault matrix. */
export const FAULTS = {
  refused: { kind: "refused" },
  "reset before": { kind: "reset" },
  "reset after": { kind: "reset", work: "done" },
  "hung up after": { kind: "closed", work: "done" },
  slow: { kind: "slow", ms: 700, work: "done" },
  "cut off": { kind: "cutOff" },
  "500": { kind: "status", status: 500 },
  "502 page, done": { kind: "status", status: 502, body: "html", work: "done" },
  "503": { kind: "status", status: 503, body: "gateway", retryAfter: 1 },
  "504 page, done": { kind: "status", status: 504, body: "html", work: "done" },
  "429": { kind: "status", status: 429, body: "gateway", retryAfter: 1 },
  "429 without a time": { kind: "status", status: 429, body: "gateway" },
  "403": { kind: "status", status: 403 },
  busy: { kind: "busy", code: 4017 },
  "html for an answer": { kind: "html" },
  "half an answer": { kind: "cutJson" },
  "no JSON": { kind: "invalidJson" },
  "an empty object": { kind: "shape", json: {} },
  "an empty list": { kind: "shape", json: [] },
  "expired token": { kind: "expiredToken" },
  "clock off": { kind: "clockSkew", ms: -3_600_000 },
} as const satisfies Record<string, Fault>;

/** What becomes of an instance otherwise than usual. */
export const COURSES = {
  "create fails": { kind: "fails", operation: "create" },
  "create is slow": { kind: "stuck", operation: "create", ms: 2_500 },
  "extend is slow": { kind: "stuck", operation: "extend", ms: 2_500 },
  "delete is slow": { kind: "stuck", operation: "delete", ms: 2_500 },
  "delete fails": { kind: "fails", operation: "delete" },
  "list lags": { kind: "listLag", ms: 1_500 },
  "list and reads lag": { kind: "listLag", ms: 1_500, reads: true },
} as const satisfies Record<string, Fault>;

export type Trouble =
  | { readonly call: CallName; readonly fault: keyof typeof FAULTS; readonly after: number; readonly times: number }
  | { readonly course: keyof typeof COURSES };

/** `cli`: the command dies and the provider process goes on by itself. `provider`: the other way round. */
export interface Kill {
  readonly victim: "cli" | "provider";
  readonly during: CallName;
  /** Whether the service does what the call asks for before or after the moment. */
  readonly work: "done" | "undone";
}

/** What a run of the engine has to cope with. */
export interface Circumstances {
  readonly troubles: readonly Trouble[];
  readonly kill?: Kill;
  readonly onNameConflict: "fail" | "adopt";
}

const keys = <T extends object>(table: T) => fc.constantFrom(...(Object.keys(table) as Array<keyof T>));

// Most runs make no other calls than these.
const aims = fc.oneof(
  { weight: 4, arbitrary: fc.constant<CallName>("order") },
  { weight: 5, arbitrary: fc.constantFrom<CallName[]>("look for the name", "look", "modify", "delete") },
  { weight: 3, arbitrary: keys(CALLS) },
);

const troubles: fc.Arbitrary<Trouble> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      call: aims,
      fault: keys(FAULTS),
      after: fc.constantFrom(0, 0, 0, 1, 2),
      times: fc.integer({ min: 1, max: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ course: keys(COURSES) }) },
);

const kills: fc.Arbitrary<Kill> = fc.record({
  victim: fc.constantFrom("cli" as const, "cli" as const, "provider" as const),
  during: aims,
  work: fc.constantFrom("done", "undone"),
});

/** After these an order is looked for until the time of the create is over. */
const LEFT_OPEN: ReadonlySet<string> = new Set(["refused", "reset before", "500", "503"] satisfies Array<
  keyof typeof FAULTS
>);

/** Whether a run goes on for long because of what it has to cope with. */
export const isLong = ({ troubles: some }: Circumstances): boolean =>
  some.some(
    (trouble) => "call" in trouble && ["order", "any call"].includes(trouble.call) && LEFT_OPEN.has(trouble.fault),
  );

export const CALM: Circumstances = { troubles: [], onNameConflict: "fail" };

export const circumstances: fc.Arbitrary<Circumstances> = fc.record({
  troubles: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 5, arbitrary: fc.array(troubles, { minLength: 1, maxLength: 3 }) },
  ),
  kill: fc.oneof({ weight: 11, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: kills }),
  onNameConflict: fc.constantFrom("fail" as const, "adopt" as const),
});

export const isCalm = ({ troubles: some, kill }: Circumstances): boolean => some.length === 0 && kill === undefined;

/** The plan of a trouble, for the calls of one project. */
export function planOf(trouble: Trouble, project: string): FaultPlan {
  if ("course" in trouble) {
    const fault = COURSES[trouble.course];
    const on = fault.kind === "listLag" || fault.operation === "create" ? CALLS.order : CALLS[fault.operation];
    return { on: { ...on, project }, with: fault };
  }
  const { call, fault, after, times } = trouble;
  return { on: { ...CALLS[call], project }, after, times, with: FAULTS[fault] };
}
