import { codeSpellings, numberOf } from "../../../provider/client/error-number";
import { parseErrorBody } from "../../../provider/http/errors/error-body";

describe("the error of an answer is found", () => {
  test.each([
    [
      "DCS v1.0",
      { error: { code: "111401001", message: "Invalid token.", ext_message: null } },
      "111401001",
      "Invalid token.",
    ],
    ["DCS v2", { error_code: "DCS.4026", error_msg: "Not now.", error_ext_msg: null }, "DCS.4026", "Not now."],
    ["IAM", { error: { code: 401, message: "Unauthorized.", title: "Unauthorized" } }, "401", "Unauthorized."],
    ["flat", { code: "111400086", message: "only master", ext_message: "more" }, "111400086", "only master more"],
  ])("in the shape of %s", (_shape, body, code, message) => {
    expect(parseErrorBody(JSON.stringify(body))).toMatchObject({ code, message });
  });

  test("in the gateway's shape, with its request id", () => {
    const body = { error_msg: "Backend timeout.", error_code: "APIGW.0201", request_id: "abc" };
    expect(parseErrorBody(JSON.stringify(body))).toEqual({
      code: "APIGW.0201",
      message: "Backend timeout.",
      requestId: "abc",
    });
  });

  test("in an HTML page, by its title alone", () => {
    const { code, message } = parseErrorBody("<html><head><title>502 Bad\nGateway</title></head><body>x</body></html>");
    expect(code).toBeUndefined();
    expect(message).toMatch(/^502 Bad Gateway \(an HTML page/);
  });

  test("in text that is no JSON, cut to a bearable length", () => {
    expect(parseErrorBody("x".repeat(9000)).message?.length).toBeLessThan(600);
  });

  test.each(["", "null", "[]", "{", "{}", '{"error":null}'])("and %j is survived", (text) => {
    expect(() => parseErrorBody(text)).not.toThrow();
  });
});

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

  test("messages carry both spellings where there are two", () => {
    expect(codeSpellings("DCS.4026", 400)).toEqual(["DCS.4026", "111400026"]);
    expect(codeSpellings("111404022", 404)).toEqual(["DCS.3022", "111404022"]);
    expect(codeSpellings("DCS.4927", 400)).toEqual(["DCS.4927"]);
  });
});
