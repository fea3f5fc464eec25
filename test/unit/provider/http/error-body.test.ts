import { parseErrorBody } from "../../../../provider/http/errors/error-body";

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
