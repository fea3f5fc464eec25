import { titleOf } from "../../faults/cell";
import { playMatrix } from "../../faults/matrix";
import { sample } from "../../faults/sample";

/** Two programs: of the sample of the dynamic provider what is created and deleted. */
const cells = sample.filter(({ operation }) => operation === "create" || operation === "delete");

describe("a sample of the fault matrix through the plugin (npm run faults -- --plugin)", () => {
  test("ends with no orphan, no duplicate, nothing of somebody else's touched, no secret, and at most one further run", async () => {
    const { results, totals, secrets } = await playMatrix(cells, "plugin");
    expect(results.map(({ cell }) => titleOf(cell))).toEqual(cells.map(titleOf));
    expect(cells).toHaveLength(7);
    expect(totals.filter(({ sum }) => sum > 0)).toEqual([]);
    expect(secrets).toBe(0);
    const lost = results.filter(({ cell }) => cell.step === "POST" && cell.fault !== "token expired");
    expect(lost.map(({ looks }) => looks.reduce((sum, { calls }) => sum + calls.POST, 0))).toEqual([1, 1]);
  });
});
