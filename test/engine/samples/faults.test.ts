import { titleOf } from "../../faults/cell";
import { type Matrix, playMatrix } from "../../faults/matrix";
import { sample, titles } from "../../faults/sample";
import { EVERYTHING } from "../../support/everything";

describe("a sample of the fault matrix (npm run faults)", () => {
  let matrix: Matrix;

  beforeAll(async () => {
    matrix = await playMatrix(sample, "dynamic");
  });

  test("plays every cell it names", () => {
    expect(matrix.results).toHaveLength(titles.length);
    expect(matrix.results.every(({ looks }) => looks.length > 0)).toBe(true);
  });

  test("ends with no orphan, no duplicate, nothing of somebody else's touched, and at most one further run", () => {
    expect(matrix.totals.filter(({ sum }) => sum > 0)).toEqual([]);
  });

  test("orders a cache, a backup and a restore once, whatever becomes of the answer", () => {
    const orders = matrix.results
      .filter(({ cell }) => cell.step === "POST" && cell.fault !== "token expired")
      .map(({ cell, looks }) => [titleOf(cell), looks.reduce((sum, { calls }) => sum + calls.POST, 0)]);
    expect(orders).toEqual([
      ["create / POST / reset after the work", 1],
      ["create / POST / cut JSON", 1],
      ["backup / POST / reset after the work", 1],
      ...(EVERYTHING ? [["restore / POST / cut JSON", 1]] : []),
    ]);
  });

  test("writes no secret anywhere", () => {
    expect(matrix.secrets).toBe(0);
  });
});
