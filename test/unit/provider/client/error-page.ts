import { RECORD_CODES } from "../../../../provider/client/codes/records";
import { type Row, whetherWaitingHelps } from "../../../../provider/client/codes/row";
import {
  BILLING_CODES,
  BUSY_CODES,
  BUSY_NUMBERS,
  ERROR_CODES,
  GATEWAY_CODES,
} from "../../../../provider/client/error-codes";
import { numberOf } from "../../../../provider/client/error-number";
import { CURRENT_NUMBERS, OLD_CODES } from "./listed-codes";

const HEAD = `# Errors of the service

Written by a test from the provider's own table (\`UPDATE_DOCS=1 npx jest test/unit/provider/client/error-page\`). An error names the call, what the service says, its code in both numberings, the HTTP status and the request id. Then it says what to do, as below. A code that is not listed comes through as the service wrote it. [What users see](results/errors-seen.md) shows whole messages.

*argument*: what to look at in the program. An error names it if its words do not. For \`DCS.4062\`, \`DCS.4063\` and \`DCS.4800\` it is the argument whose field the service names.

*waiting*: whether it helps to wait. "the provider waits" means that the provider tries the same call again until the time limit of the operation.

`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

// Some have one form only.
const formsOf = (number: string): string[] => [
  ...(CURRENT_NUMBERS.includes(number) ? [`DCS.${number}`] : []),
  ...OLD_CODES.filter((code) => `${numberOf(code)}` === number),
];

const line = (codes: readonly string[], row: Row, waits = false): string[] => [
  codes.map((code) => `\`${code}\``).join(", "),
  row.meaning ?? "",
  row.property === undefined ? "" : `\`${row.property}\``,
  waits ? "the provider waits" : whetherWaitingHelps(row),
  row.remedy ?? "",
];

const dcs = Object.entries(ERROR_CODES).map(([number, row]) =>
  line(formsOf(number), row, BUSY_NUMBERS.has(Number(number))),
);

const gateway = Object.entries(GATEWAY_CODES).map(([digits, row]) => line([`APIGW.${digits}`], row, row.throttled));

const billing = Object.entries(BILLING_CODES).map(([written, row]) => line([written], row, BUSY_CODES.has(written)));

const records = Object.entries(RECORD_CODES).map(([written, row]) => line([written], row));

const COLUMNS = ["code", "cause", "argument", "waiting", "what to do"];

/** IAM has no codes but the HTTP status. */
const IAM = `IAM answers with the HTTP status as its code. A refused sign-in lists the values that were used and where each came from: [sign-in problems](results/sign-in-problems.md) shows every message.`;

/** The page of all errors that the provider explains. */
export const errorPage = (): string =>
  `${[
    `${HEAD}## DCS`,
    table(COLUMNS, dcs),
    "## Reasons of failed caches, backups and restores",
    "The error of a cache, a backup or a restore that fails names the reason.",
    table(COLUMNS, records),
    "## The API gateway in front of DCS",
    table(COLUMNS, gateway),
    "## The billing behind DCS",
    table(COLUMNS, billing),
    "## IAM",
    IAM,
  ].join("\n\n")}\n`;
