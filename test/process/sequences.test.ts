import { playAll, SAMPLE } from "../sequences/play/lanes";

describe("sequences on the provider process", () => {
  test("leave program, state and service at one, whatever went wrong on the way, and write no password", async () => {
    const { played, failures, secrets, struck } = await playAll(SAMPLE.process);
    expect(failures).toEqual([]);
    const { count, written } = SAMPLE.process;
    expect({ played, secrets }).toEqual({ played: count + Object.keys(written).length, secrets: 0 });
    expect(struck).toBeGreaterThan(10);
  }, 240_000);
});
