import type { Fault } from "../../faults/fault";
import type { FaultOf } from "../../faults/kinds";
import type { Course, Lag } from "../../world/instances/course";

type Of<K extends Fault["kind"]> = Extract<Fault, { kind: K }>;

/** What the faults that struck a call make of the instance it starts work on. */
export function courseOf(course: FaultOf<"course"> | undefined, listing: FaultOf<"listing"> | undefined): Course {
  return {
    ...(course?.kind === "stuck" ? { ms: course.ms ?? Number.POSITIVE_INFINITY } : {}),
    ...(course?.kind === "fails" ? { ends: outcomeOf(course) } : {}),
    ...(listing === undefined ? {} : { unlisted: lagOf(listing) }),
  };
}

function outcomeOf({ operation, status, errorCode = "dcs.03.0001" }: Of<"fails">): Course["ends"] {
  return { status: status ?? (operation === "create" ? "CREATEFAILED" : "ERROR"), errorCode };
}

function lagOf({ ms, lists, reads = false }: Of<"listLag">): Lag {
  const forEver = ms === undefined && lists === undefined;
  return { ms: forEver ? Number.POSITIVE_INFINITY : (ms ?? 0), lists: lists ?? 0, reads };
}
