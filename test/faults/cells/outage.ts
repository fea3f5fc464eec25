import type { Cell, Operation } from "../cell";
import { cell } from "./steps";

const change = { description: "changed" };

/** The port is closed, so connections are refused: for everybody, hence one cell at a time. */
const throughout = (operation: Operation): Cell =>
  cell(operation, "whole service", "connections refused during the whole run", [], {
    alone: true,
    ...(operation === "update" ? { change } : {}),
    before: ({ stopListening }) => stopListening(),
  });

const from = (operation: Operation, method: "POST" | "PUT" | "DELETE"): Cell =>
  cell(operation, "whole service", `connections refused for 4 s from the ${method} on`, [], {
    alone: true,
    ...(operation === "update" ? { change } : {}),
    before: ({ onCall, later, stopListening, resumeListening }) =>
      onCall(method, () => {
        stopListening();
        later(4_000, resumeListening);
      }),
  });

export const outageCells: readonly Cell[] = [
  throughout("create"),
  from("create", "POST"),
  throughout("update"),
  from("update", "PUT"),
  throughout("refresh"),
  throughout("delete"),
  from("delete", "DELETE"),
];
