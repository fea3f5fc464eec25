import { codeForms, numberOf } from "../../../../provider/client/error-number";

describe("both numberings are one number", () => {
  test.each([
    ["111400026", 4026],
    ["DCS.4026", 4026],
    ["111400007", 4006],
    ["DCS.4007", 4007],
    ["111404022", 3022],
    ["111404001", 4001],
    ["111404023", 4023],
    ["111401003", 1003],
    ["111403002", 3002],
    ["111405001", 5001],
    ["111500031", 5031],
    ["DCS. 5094", 5094],
    ["APIGW.0301", undefined],
    ["401", undefined],
  ])("%s is %s", (code, number) => {
    expect(numberOf(code)).toBe(number);
  });

  test("messages contain both forms of a code if there are two", () => {
    expect(codeForms("DCS.4026", 400)).toEqual(["DCS.4026", "111400026"]);
    expect(codeForms("111404022", 404)).toEqual(["DCS.3022", "111404022"]);
    expect(codeForms("DCS.4927", 400)).toEqual(["DCS.4927"]);
  });
});
