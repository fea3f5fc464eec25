import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ERROR_CODES, GATEWAY_CODES } from "../../../../provider/client/error-codes";
import { errorPage } from "./error-page";

const FILE = path.resolve(__dirname, "../../../../docs/errors.md");

test("docs/errors.md lists every error that the provider explains", () => {
  if (process.env.UPDATE_DOCS) writeFileSync(FILE, errorPage());
  expect(readFileSync(FILE, "utf8")).toBe(errorPage());
});

test("every error has a cause and says what to do", () => {
  const rows = [...Object.values(ERROR_CODES), ...Object.values(GATEWAY_CODES)];
  expect(rows.filter(({ meaning, remedy }) => !meaning || !remedy)).toEqual([]);
});
