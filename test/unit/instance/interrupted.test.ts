import { isLeftover } from "../../../provider/instance/interrupted";
import type { InstanceOutputs } from "../../../provider/instance/types";
import { current, ID, served } from "./support/inputs";
import { lostAnswer, scripted } from "./support/scripted";

const READ = `GET /instances/${ID}` as const;
const state = (status: string): InstanceOutputs => ({ ...current(), status });

describe("A create that was interrupted", () => {
  test.each([
    ["CREATEFAILED", true],
    ["CREATING", false],
    ["RUNNING", false],
    ["ERROR", false],
  ])("and is %s by now has left a wreck: %s", async (status, leftover) => {
    const dcs = scripted({ [READ]: [served({ status })] });
    expect(await isLeftover(() => dcs, ID, state("CREATING"))).toBe(leftover);
  });

  test("is left to the update when the service does not answer", async () => {
    const dcs = scripted({ [READ]: [lostAnswer("GET")] });
    expect(await isLeftover(() => dcs, ID, state("CREATING"))).toBe(false);
  });
});

test.each([
  ["RUNNING", false],
  ["CREATEFAILED", true],
])("a cache that the state knows as %s is judged without a call: %s", async (status, leftover) => {
  const dcs = scripted({});
  expect(await isLeftover(() => dcs, ID, state(status))).toBe(leftover);
  expect(dcs.calls).toEqual([]);
});
