import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { RECORD_CODES } from "../../../../provider/client/codes/records";
import type { Row } from "../../../../provider/client/codes/row";
import { BILLING_CODES, BUSY_CODES, ERROR_CODES, GATEWAY_CODES } from "../../../../provider/client/error-codes";
import { numberOf } from "../../../../provider/client/error-number";
import { INSTANCE_SCHEMA } from "../../../../provider/dcs-instance/arguments/schema";
import { errorPage } from "./error-page";
import { CURRENT_NUMBERS, GATEWAY_DIGITS, OLD_CODES, RECORDS } from "./listed-codes";

const FILE = path.resolve(__dirname, "../../../../docs/errors.md");

test("docs/errors.md lists every error that the provider explains", () => {
  if (process.env.UPDATE_DOCS) writeFileSync(FILE, errorPage());
  expect(readFileSync(FILE, "utf8")).toBe(errorPage());
});

test("every code that the references list stands on the page", () => {
  const page = errorPage();
  const codes = [...CURRENT_NUMBERS.map((number) => `DCS.${number}`), ...OLD_CODES, ...RECORDS];
  expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
});

test("every error has a cause and says what to do", () => {
  const rows = [ERROR_CODES, GATEWAY_CODES, BILLING_CODES, RECORD_CODES].flatMap((codes) => Object.values<Row>(codes));
  expect(rows.filter(({ meaning, remedy }) => !meaning || !remedy)).toEqual([]);
});

const isExplained = (code: string): boolean => ERROR_CODES[numberOf(code) ?? 0] !== undefined;

test("the book has every code that the references list, in both numberings", () => {
  expect(CURRENT_NUMBERS.filter((number) => !isExplained(`DCS.${number}`))).toEqual([]);
  expect(OLD_CODES.filter((code) => !isExplained(code))).toEqual([]);
  expect(GATEWAY_DIGITS.filter((digits) => GATEWAY_CODES[digits] === undefined)).toEqual([]);
  expect([...BUSY_CODES].filter((code) => BILLING_CODES[code] === undefined)).toEqual([]);
  expect(RECORDS.filter((code) => RECORD_CODES[code] === undefined)).toEqual([]);
});

test("an argument of the book is one that a program can write", () => {
  const known = new Set([...Object.keys(INSTANCE_SCHEMA.properties), "instanceId", "backupId", "remark"]);
  const named = [...Object.values(ERROR_CODES), ...Object.values(RECORD_CODES)].flatMap(
    ({ property }) => property ?? [],
  );
  expect(named.filter((property) => !known.has(property.split(".")[0] as string))).toEqual([]);
});
