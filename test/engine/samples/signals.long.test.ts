import { signalledApart } from "../interruptions/apart";

describe("signals under the real engine", () => {
  test("one SIGINT waits for the create and records it", async () => {
    const observed = await signalledApart("SIGINT");
    expect(observed.then).toEqual({ instances: 1, idInState: true, pending: false, locked: false });
    expect(observed).toMatchObject({ next: "same", orders: 1 });
  });

  test("after a second SIGINT the next up names the instance and both ways on, and adopts it if told to", async () => {
    const observed = await signalledApart("SIGINT", "SIGINT");
    expect(observed.then).toMatchObject({ instances: 1, idInState: false, pending: true });
    expect(observed).toMatchObject({
      next: expect.stringMatching(/^stopped, naming the instance; then create and same; then 0 notes/),
      instances: 1,
      orders: 1,
    });
    expect(observed.stopped).toMatch(/an instance named "sessions-test" exists already: [0-9a-f-]{36}/);
    expect(observed.stopped).toMatch(/adoptInstanceId: "[0-9a-f-]{36}"/);
    expect(observed.stopped).toContain("pulumi config set otc:onNameConflict adopt");
  });
});
