import type { Answers, Recording } from "../record/recording";

/** One place where two recordings are not alike. */
export interface Difference {
  readonly sort: "call" | "status" | "form" | "missing key" | "extra key" | "type";
  readonly call: string;
  /** Path in the answer. */
  readonly at?: string;
  readonly cloud: string;
  readonly local: string;
}

type Body = Answers["body"];

/**
 * An empty text may be a text of any kind, as long as the other side shows which. Where the cloud always has a value, the
 * local DCS may have none at times: whether an answer is caught before the value is there depends on the moment.
 */
function isSame(cloud: readonly string[], local: readonly string[]): boolean {
  const missing = (kinds: readonly string[], among: readonly string[]) =>
    kinds.filter((kind) => !among.includes(kind) && !(kind === "empty text" && among.some(isText)));
  const more = missing(local, cloud).filter((kind) => kind !== "null" && kind !== "absent");
  return missing(cloud, local).length === 0 && more.length === 0;
}

const isText = (kind: string): boolean => kind === "id" || kind.endsWith("text");

const parentOf = (at: string): string => at.replace(/(\[\]|\.?[^.[\]]+)$/, "");
const inside = (at: string): string => (at.endsWith("[]") ? "list" : "object");

/** Whether a body could have shown what is at a path: an empty list shows nothing of its entries. */
function couldShow(body: Body, at: string): boolean {
  if (at === "") return Object.keys(body).length > 0;
  return body[parentOf(at)]?.includes(inside(at)) === true && !at.endsWith("[]");
}

function ofBodies(call: string, cloud: Body, local: Body): Difference[] {
  const paths = [...new Set([...Object.keys(cloud), ...Object.keys(local)])].sort();
  return paths.flatMap((at): Difference[] => {
    const [here, there] = [cloud[at], local[at]];
    if (here && there) {
      if (isSame(here, there)) return [];
      return [{ sort: "type", call, at, cloud: here.join(" or "), local: there.join(" or ") }];
    }
    if (here) {
      return couldShow(local, at) ? [{ sort: "missing key", call, at, cloud: here.join(" or "), local: "absent" }] : [];
    }
    return there && couldShow(cloud, at)
      ? [{ sort: "extra key", call, at, cloud: "absent", local: there.join(" or ") }]
      : [];
  });
}

const statuses = (answers: readonly Answers[]): string => answers.map(({ status }) => status).join(", ");

/** The answers to compare with: those of the same status, else those that succeeded as well. */
const counterpart = (answer: Answers, among: readonly Answers[]): Answers | undefined =>
  among.find(({ status }) => status === answer.status) ??
  among.find(({ status }) => answer.status < 300 && status < 300);

function ofCall(call: string, cloud: readonly Answers[], local: readonly Answers[]): Difference[] {
  if (cloud.length === 0) return [{ sort: "call", call, cloud: "not called", local: statuses(local) }];
  if (local.length === 0) return [{ sort: "call", call, cloud: statuses(cloud), local: "not called" }];
  const status: Difference[] =
    statuses(cloud) === statuses(local)
      ? []
      : [{ sort: "status", call, cloud: statuses(cloud), local: statuses(local) }];
  const ofAnswers = cloud.flatMap((answer) => {
    const other = counterpart(answer, local);
    if (other === undefined) return [];
    const [here, there] = [answer.forms.join(", "), other.forms.join(", ")];
    const form: Difference[] = here === there ? [] : [{ sort: "form", call, cloud: here, local: there }];
    return [...form, ...ofBodies(call, answer.body, other.body)];
  });
  return [...status, ...ofAnswers];
}

/** What the cloud answered in another shape than the local DCS. */
export function differences(cloud: Pick<Recording, "calls">, local: Pick<Recording, "calls">): Difference[] {
  const calls = [...new Set([...cloud.calls, ...local.calls].map(({ call }) => call))].sort();
  const of = (recording: Pick<Recording, "calls">, call: string) =>
    recording.calls.filter((each) => each.call === call);
  return calls.flatMap((call) => ofCall(call, of(cloud, call), of(local, call)));
}

/** One line a difference, the cloud's side first. */
export const inWords = ({ sort, call, at, cloud, local }: Difference): string =>
  `${sort}: ${call}${at === undefined ? "" : ` at ${at === "" ? "the top" : at}`}: the cloud ${cloud}, the local DCS ${local}`;
