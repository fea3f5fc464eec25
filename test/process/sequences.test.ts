import { playAll, SAMPLE } from "../sequences/lanes";

describe("random sequences on the provider process", () => {
  test("leave program, state and service at one, whatever went wrong on the way, and write no password", async () => {
    const { played, failures, secrets, struck } = await playAll(SAMPLE.process);
    expect(failures).toEqual([]);
    expect({ played, secrets }).toEqual({ played: SAMPLE.process.count, secrets: 0 });
    expect(struck).toBeGreaterThan(20);
  }, 240_000);
});
