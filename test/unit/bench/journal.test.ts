import { createLags, deleteLags, within } from "../../../bench/measure/journal";
import type { InstanceSnapshot, JournalEntry } from "../../../emulator";

const ID = "11111111-2222-4333-8444-555555555555";
const LIST = "/v1.0/project/instances";

const call = (at: number, method: string, path: string, query: Record<string, string> = {}): JournalEntry => ({
  method,
  path,
  query,
  body: undefined,
  status: 200,
  done: true,
  faults: [],
  at,
});

const running = (at: number) => [{ id: ID, launchedAt: new Date(at).toISOString() } as InstanceSnapshot];

describe("the time until a change is noticed", () => {
  test("ends with the first read of that instance", () => {
    const calls = [call(900, "GET", `${LIST}/${ID}`), call(1200, "GET", `${LIST}/${ID}`)];
    expect(createLags(calls, running(1000))).toEqual([200]);
  });

  test("ends with the first list of all instances, not with a look for a name or at another instance", () => {
    const calls = [
      call(1100, "GET", LIST, { name: "other" }),
      call(1200, "GET", `${LIST}/other`),
      call(1300, "GET", LIST, { limit: "1000" }),
    ];
    expect(createLags(calls, running(1000))).toEqual([300]);
  });

  test("of a deletion begins when the service has ended it", () => {
    const calls = [
      call(1000, "DELETE", `${LIST}/${ID}`),
      call(1100, "GET", `${LIST}/${ID}`),
      call(1500, "GET", `${LIST}/${ID}`),
    ];
    expect(deleteLags(calls, 200)).toEqual([300]);
  });

  test("is not told of an instance that nobody looked at", () => {
    expect(createLags([], running(1000))).toEqual([]);
  });
});

test("calls of an operation are those that came in while it ran", () => {
  const calls = [call(1, "GET", LIST), call(2, "GET", LIST), call(3, "GET", LIST)];
  expect(within(calls, { from: 2, to: 2 })).toEqual([calls[1]]);
});
