import { busyCodes, type FaultKind } from "../../faults/fault";

const work = { enum: ["undone", "done"] };
const ms = { type: "number", minimum: 0 };
const count = { type: "integer", minimum: 1 };
const text = { type: "string" };
const flag = { type: "boolean" };
const status = { type: "integer", minimum: 200, maximum: 599 };
const operation = { enum: ["create", "extend", "delete", "restart"] };

interface Fields {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, object>>;
}

/** The fields of each kind besides `kind`. */
const kinds: Readonly<Record<FaultKind, Fields>> = {
  refused: {},
  reset: { properties: { work } },
  closed: { properties: { work } },
  hang: { properties: { work } },
  slow: { properties: { ms, work }, required: ["ms"] },
  dripping: { properties: { ms, bytes: count } },
  cutOff: {},
  status: {
    properties: {
      status,
      work,
      body: { enum: ["dcs", "v2", "gateway", "iam", "html", "empty"] },
      code: text,
      message: text,
      retryAfter: { type: ["number", "string"] },
    },
    required: ["status"],
  },
  busy: { properties: { code: { enum: busyCodes } }, required: ["code"] },
  html: {},
  cutJson: {},
  invalidJson: {},
  shape: { properties: { json: {} }, required: ["json"] },
  answer: {
    properties: {
      status: { anyOf: [{ const: 0 }, status] },
      body: {},
      headers: { type: "object", additionalProperties: text },
      work,
    },
    required: ["status"],
  },
  expiredToken: {},
  clockSkew: { properties: { ms: { type: "number" } }, required: ["ms"] },
  fails: {
    properties: { operation, status: { enum: ["CREATEFAILED", "ERROR"] }, errorCode: text },
    required: ["operation"],
  },
  stuck: { properties: { operation, ms }, required: ["operation"] },
  listLag: { properties: { ms, lists: count, reads: flag } },
};

export const kindNames: readonly string[] = Object.keys(kinds);

const faults = Object.entries(kinds).map(([kind, { properties = {}, required = [] }]) => ({
  type: "object",
  properties: { kind: { const: kind }, ...properties },
  required: ["kind", ...required],
  additionalProperties: false,
}));

/** A plan as JSON; `"Infinity"` stands for the number that JSON lacks. */
export const planSchema = {
  type: "object",
  properties: {
    on: { type: "object", properties: { method: text, path: text, project: text }, additionalProperties: false },
    after: { type: "integer", minimum: 0 },
    times: { anyOf: [count, { const: "Infinity" }] },
    with: { type: "object", discriminator: { propertyName: "kind" }, required: ["kind"], oneOf: faults },
  },
  required: ["with"],
  additionalProperties: false,
};
