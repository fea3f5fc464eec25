import { Ajv, type ErrorObject } from "ajv";
import type { FaultPlan } from "../../faults/fault";
import type { Faults } from "../../faults/plans";
import { type Answer, noContent, ok } from "../../world/call/call";
import type { JournalEntry } from "../exchange/journal";
import { kindNames, planSchema } from "./schema";

type PlanAsJson = Omit<FaultPlan, "times"> & { readonly times?: number | "Infinity" };

const ajv = new Ajv({ discriminator: true, allErrors: true, allowUnionTypes: true });
const isPlan = ajv.compile<PlanAsJson>(planSchema);

/** What the desk shows and changes. */
export interface Desk {
  readonly faults: Faults;
  readonly journal: () => readonly JournalEntry[];
  readonly instances: () => readonly unknown[];
}

/** Where this desk is; nothing under it is a call to the service, nor in the journal. */
export const controlPath = "/_emulator/";

const refused = (message: string): Answer => ({ status: 400, body: { message } });

/** What an error adds to its message, by its keyword. */
const details: Readonly<Record<string, (params: ErrorObject["params"]) => string>> = {
  additionalProperties: ({ additionalProperty }) => `: ${additionalProperty}`,
  enum: ({ allowedValues }) => `: ${allowedValues.join(", ")}`,
  discriminator: () => `: ${kindNames.join(", ")}`,
};

function told({ instancePath, keyword, message, params }: ErrorObject): string {
  return `plan${instancePath} ${message}${details[keyword]?.(params) ?? ""}`;
}

function plan({ faults }: Desk, body: unknown): Answer {
  if (!isPlan(body)) return refused((isPlan.errors ?? []).map(told).join("; "));
  const times = body.times === "Infinity" ? Number.POSITIVE_INFINITY : body.times;
  try {
    faults.add({ ...body, times });
  } catch (error) {
    return refused(`plan/on/path: ${(error as Error).message}`);
  }
  return { status: 201, body: { faults: faults.list() } };
}

function takeBack({ faults }: Desk, _: unknown, id = ""): Answer {
  const message = `No fault has the number "${id}"; GET ${controlPath}faults lists them.`;
  return faults.remove(Number(id)) ? noContent : { status: 404, body: { message } };
}

type Action = (desk: Desk, body: unknown, id?: string) => Answer;

const actions: Readonly<Record<string, Action>> = {
  "POST faults": plan,
  "GET faults": ({ faults }) => ok({ faults: faults.list() }),
  "DELETE faults": ({ faults }) => {
    faults.clear();
    return noContent;
  },
  "DELETE faults/<id>": takeBack,
  "GET journal": ({ journal }) => ok({ journal: journal() }),
  "GET instances": ({ instances }) => ok({ instances: instances() }),
};

/** Answers a call to the desk, so that faults can be tried on a running emulator from any shell. */
export function answerAtDesk(desk: Desk, method: string, path: string, body: unknown): Answer {
  const [, place = "", id] = /^(.*?)(?:\/(\d+))?$/.exec(path.slice(controlPath.length)) ?? [];
  const action = actions[`${method} ${place}${id === undefined ? "" : "/<id>"}`];
  const known = Object.keys(actions).map((name) => name.replace(" ", ` ${controlPath}`));
  return action?.(desk, body, id) ?? { status: 404, body: { message: `No such call; there are ${known.join(", ")}.` } };
}
