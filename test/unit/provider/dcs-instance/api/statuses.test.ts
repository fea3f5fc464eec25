import { failureReason, STATUSES } from "../../../../../provider/dcs-instance/api/statuses";
import { classOf } from "../../../../../provider/resource/describe/statuses";

describe("A cache whose status is", () => {
  test.each([
    ["RUNNING", "serving"],
    ["running", "serving"],
    ["ERROR", "failed"],
    ["CREATEFAILED", "failed"],
    ["CLOSED", "stopped"],
    ["FROZEN", "stopped"],
    ["CREATING", "transitional"],
    ["EXTENDING", "transitional"],
    ["DELETING", "transitional"],
    ["A_STATUS_NOBODY_KNOWS", "transitional"],
  ])("%s counts as %s", (status, meaning) => {
    expect(classOf(STATUSES, status)).toBe(meaning);
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
