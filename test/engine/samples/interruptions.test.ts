import { killedApart } from "../interruptions/apart";
import { faultsOf } from "../interruptions/interruption";

describe("a sample of the interruptions (npm run interruptions)", () => {
  test("after kill -9 of the command the next up takes over what was ordered", async () => {
    const observed = await killedApart(2);
    expect(faultsOf(observed)).toEqual([]);
    expect(observed.next).toBe("taken over");
  });
});
