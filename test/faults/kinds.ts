import type { BusyCode, Fault, FaultPlan } from "../../emulator/faults/fault";

/** What goes wrong with a call: the fault, and how many calls in a row it strikes if not one. */
export type Kind = Pick<FaultPlan, "times"> & { readonly with: Fault | (() => Fault) };

export type Kinds = Readonly<Record<string, Kind>>;

/** For as long as the run lasts. */
const lasting = { times: Number.POSITIVE_INFINITY };

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toUTCString();

/** Faults that leave no doubt: the service did nothing and the caller is told so, or did all and is understood. */
const clear: Kinds = {
  "slow, 3 s": { with: { kind: "slow", ms: 3_000 } },
  dripping: { with: { kind: "dripping", ms: 20, bytes: 400 } },
  "429, Retry-After 2": { with: { kind: "status", status: 429, body: "gateway", retryAfter: 2 } },
  "429 three times": { with: { kind: "status", status: 429, body: "gateway" }, times: 3 },
};

/** The same failure before the service did anything, and after it did everything. */
const onBothSides: Kinds = Object.fromEntries(
  (["undone", "done"] as const).flatMap((work): [string, Kind][] => {
    const when = work === "undone" ? "before the work" : "after the work";
    return [
      [`reset ${when}`, { with: { kind: "reset", work } }],
      [`closed ${when}`, { with: { kind: "closed", work } }],
      [`hang ${when}`, { with: { kind: "hang", work } }],
      [`500 ${when}`, { with: { kind: "status", status: 500, work } }],
      [`502 HTML ${when}`, { with: { kind: "status", status: 502, body: "html", work } }],
      [
        `503, Retry-After a date, ${when}`,
        { with: () => ({ kind: "status", status: 503, body: "gateway", retryAfter: inSeconds(4), work }) },
      ],
      [`504 of the gateway ${when}`, { with: { kind: "status", status: 504, body: "gateway", work } }],
    ];
  }),
);

/** Answers of calls that were carried out, which do not say so. */
const unreadable: Kinds = {
  "cut off": { with: { kind: "cutOff" } },
  "cut JSON": { with: { kind: "cutJson" } },
  "invalid JSON": { with: { kind: "invalidJson" } },
  "200 HTML": { with: { kind: "html" } },
  "200 {}": { with: { kind: "shape", json: {} } },
  "200 []": { with: { kind: "shape", json: [] } },
  "200 null": { with: { kind: "shape", json: null } },
};

const refused: Kinds = { "refused at once": { with: { kind: "refused" } } };
const expired: Kinds = { "token expired": { with: { kind: "expiredToken" } } };

/** A call that changes nothing. */
export const ofReading: Kinds = {
  ...refused,
  reset: { with: { kind: "reset" } },
  closed: { with: { kind: "closed" } },
  hang: { with: { kind: "hang" } },
  ...clear,
  "500": { with: { kind: "status", status: 500 } },
  "502 HTML": { with: { kind: "status", status: 502, body: "html" } },
  "503, Retry-After a date": {
    with: () => ({ kind: "status", status: 503, body: "gateway", retryAfter: inSeconds(4) }),
  },
  "504 of the gateway": { with: { kind: "status", status: 504, body: "gateway" } },
  ...unreadable,
  ...expired,
};

/** A call that changes nothing, failing for the whole run. */
export const ofReadingForLong: Kinds = {
  "500 all the time": { with: { kind: "status", status: 500 }, ...lasting },
  "200 {} all the time": { with: { kind: "shape", json: {} }, ...lasting },
  "200 HTML all the time": { with: { kind: "html" }, ...lasting },
  "404 HTML all the time": { with: { kind: "status", status: 404, body: "html" }, ...lasting },
  "403 all the time": { with: { kind: "status", status: 403, body: "gateway" }, ...lasting },
};

/** A call that changes something. */
export const ofModifying: Kinds = { ...refused, ...onBothSides, ...clear, ...unreadable, ...expired };

/** Codes of the service that mean "wait and try again". */
export const ofBusy: Kinds = Object.fromEntries(
  ([4017, 4026, 4096, 4111, 4114, 4118, 4975, "CBC.99003651"] as BusyCode[]).map((code): [string, Kind] => [
    `busy, ${typeof code === "number" ? `DCS.${code}` : code}, twice`,
    { with: { kind: "busy", code }, times: 2 },
  ]),
);

/** A few of them, where all were shown at another step of the same operation. */
export const some = (kinds: Kinds, ...names: readonly string[]): Kinds =>
  Object.fromEntries(
    names.map((name) => {
      const kind = kinds[name];
      if (kind === undefined) throw new Error(`There is no fault "${name}".`);
      return [name, kind];
    }),
  );
