import { BUSY_NUMBERS, ERROR_CODES, GATEWAY_CODES } from "../../../../provider/client/error-codes";
import { codeForms } from "../../../../provider/client/error-number";

const HEAD = `# Errors of the service

Written by a test from the provider's own table (\`UPDATE_DOCS=1 npx jest test/unit/provider/client/error-page\`). An error names the call, what the service says, its code in both numberings, the HTTP status and the request id. Then it says what to do, as below. A code that is not listed comes through as the service wrote it.

*waits*: the provider tries the same call again until the time limit of the operation, because the instance is only busy.

`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

// The old code contains the HTTP status.
const formsOf = (number: number): string[] => [
  ...new Set([400, 401, 403, 404, 405, 500].flatMap((status) => codeForms(`DCS.${number}`, status))),
];

const dcs = Object.entries(ERROR_CODES).map(([number, { meaning = "", remedy = "" }]) => [
  formsOf(Number(number))
    .map((form) => `\`${form}\``)
    .join(", "),
  meaning,
  BUSY_NUMBERS.has(Number(number)) ? "waits" : "",
  remedy,
]);

const gateway = Object.entries(GATEWAY_CODES).map(([digits, { meaning = "", remedy = "", throttled }]) => [
  `\`APIGW.${digits}\``,
  meaning,
  throttled ? "waits" : "",
  remedy,
]);

/** The page of all errors that the provider explains. */
export const errorPage = (): string =>
  `${HEAD}## DCS\n\n${table(["code", "cause", "", "what to do"], dcs)}\n\n## The API gateway in front of it\n\n${table(["code", "cause", "", "what to do"], gateway)}\n`;
