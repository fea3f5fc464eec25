import { playApart } from "../../sequences/engines/apart";
import { SAMPLE } from "../../sequences/play/lanes";

describe("random sequences as whole programs under the engine", () => {
  test("leave program, state and service at one, and write no password", async () => {
    const { played, failures, secrets } = await playApart(SAMPLE.engine);
    expect(failures).toEqual([]);
    expect({ played, secrets }).toEqual({ played: SAMPLE.engine.count, secrets: 0 });
  });
});
