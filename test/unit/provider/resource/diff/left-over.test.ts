import { decide } from "../../../../../provider/resource/diff/decide";
import { lostAnswer } from "../../../support/answers";
import { READ } from "../../../support/calls";
import { current, ID, served } from "../../../support/inputs";
import { instancesOf } from "../../../support/kit";
import { type Scripted, scripted } from "../../../support/scripted";

/** Whether the next update replaces what the state knows by this status. */
async function isLeftOver(dcs: Scripted, status: string): Promise<boolean> {
  const type = { ...instancesOf(dcs), obstacleToReplacement: undefined };
  const { replaces } = await decide(type, dcs.run, ID, { ...current(), status }, { ...current() });
  return replaces?.includes("status") ?? false;
}

beforeEach(() => void jest.spyOn(console, "log").mockImplementation(() => {}));
afterEach(() => jest.restoreAllMocks());

describe("A create that was interrupted", () => {
  test.each([
    ["CREATEFAILED", true],
    ["CREATING", false],
    ["RUNNING", false],
    ["ERROR", false],
  ])("and is %s by now has left something that is replaced: %s", async (status, leftOver) => {
    const dcs = scripted({ [READ]: [served({ status })] });
    expect(await isLeftOver(dcs, "CREATING")).toBe(leftOver);
  });

  test("is left to the update when the service does not answer", async () => {
    const dcs = scripted({ [READ]: [lostAnswer("GET")] });
    expect(await isLeftOver(dcs, "CREATING")).toBe(false);
  });
});

test.each([
  ["RUNNING", false],
  ["CREATEFAILED", true],
])("a cache that the state knows as %s is judged without a call: %s", async (status, leftOver) => {
  const dcs = scripted({});
  expect(await isLeftOver(dcs, status)).toBe(leftOver);
  expect(dcs.calls).toEqual([]);
});
