import { classOf, failureReason } from "../../../provider/instance/statuses";

describe("A cache whose status is", () => {
  test.each([
    ["RUNNING", "serving"],
    ["running", "serving"],
    ["ERROR", "failed"],
    ["CREATEFAILED", "failed"],
    ["CLOSED", "stopped"],
    ["FROZEN", "stopped"],
    ["CREATING", "passing"],
    ["EXTENDING", "passing"],
    ["DELETING", "passing"],
    ["A_STATUS_NOBODY_KNOWS", "passing"],
  ])("%s counts as %s", (status, meaning) => {
    expect(classOf(status)).toBe(meaning);
  });
});

describe("The reason of a failure", () => {
  test.each([
    ["dcs.03.0001", "its server could not be created (dcs.03.0001)"],
    ["dcs.99.0001", "reason dcs.99.0001"],
    [null, "the service gives no reason"],
  ])("%p reads as %p", (error_code, words) => {
    expect(failureReason({ error_code })).toBe(words);
  });
});
