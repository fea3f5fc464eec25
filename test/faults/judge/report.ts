import type { Result } from "../play/batch";
import type { Total } from "./totals";

const LONGEST = 220;

/** Without what differs from run to run. */
const steady = (text: string): string =>
  text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "<id>")
    .replace(/,? ?request id [0-9a-f]+/g, "")
    .replace(/127\.0\.0\.1:\d+/g, "<dcs>")
    .replace(/appeared within \d+ (s|min)/g, "appeared within <time>")
    .replace(/created \d{4}-[\d-]+T[\d:.]+Z/g, "created <time>")
    .replace(/"faulty-[a-z]+-\d+(-again)?"/g, '"<name>"')
    .replace(/\s+/g, " ")
    .replace(/^1 error occurred: \* /, "")
    .replace(/^pulumi-nodejs:\S+ resource '[^']+': property name value \{[^}]*\} has a problem: /, "")
    .trim();

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

const cellText = (text: string): string => text.replace(/[|<>]/g, (sign) => `\\${sign}`);

const row = ({ cell, looks, convergedAfter }: Result): string => {
  const [struck] = looks;
  const { seen, foreign = [], calls, records } = struck ?? {};
  const { ours = [], kept = [] } = records ?? struck ?? {};
  const columns = [
    cell.operation,
    cell.step,
    cell.fault,
    seen === undefined ? "(no error)" : shortened(steady(seen)),
    foreign.length > 0 ? `${ours.length} + ${foreign.length} foreign` : String(ours.length),
    String(kept.length),
    calls === undefined ? "" : `${calls.POST} / ${calls.PUT} / ${calls.DELETE}`,
    convergedAfter === undefined ? "never" : String(convergedAfter),
  ];
  return `| ${columns.map(cellText).join(" | ")} |`;
};

const head = [
  "operation",
  "step",
  "fault",
  "what the user saw",
  "instances",
  "in state",
  "POST / PUT / DELETE",
  "further runs",
];

/** The matrix as a table of Markdown. */
export const table = (results: readonly Result[]): string =>
  [`| ${head.join(" | ")} |`, `|${head.map(() => " --- |").join("")}`, ...results.map(row)].join("\n");

/** The lines at the bottom. */
export const bottom = (results: readonly Result[], totals: readonly Total[], secrets: number): string =>
  [
    `- cells: ${results.length}`,
    ...totals.map(({ name, sum, cells }) => `- ${name}: ${sum}${cells.map((title) => `\n  - ${title}`).join("")}`),
    `- secrets found in output, events, state and files: ${secrets}`,
  ].join("\n");

const introduction = `# Fault matrix

Written by \`npm run faults\`. Every cell is one operation on one cache, or the create of one backup or restore,
under the real Pulumi engine, against the local DCS, with one thing that goes wrong at one step. Only the first run meets the
fault. Afterwards the same command is repeated until the cache is as declared.

- *what the user saw*: the error of the first run, shortened; ids, names and times are left out.
- *instances*, *in state*: of this cache after the first run, at the service and in Pulumi's state. For \`backup\` and
  \`restore\`, which create a \`DcsBackup\` or a \`DcsRestore\` of a cache that serves: the records of this sort.
- *POST / PUT / DELETE*: calls that change something, in the first run.
- *further runs*: how many more it took until the cache served, was as declared and was the one in the state; for \`delete\`,
  until nothing was left at the service and in the state; for \`backup\` and \`restore\`, until the record was done, too. If
  the first run ended before an id could be kept, the next one is given \`onNameConflict: "adopt"\`, or \`adoptBackupId\` or
  \`adoptRestoreId\`, or what else its message asks for.
`;

export const document = (results: readonly Result[], totals: readonly Total[], secrets: number): string =>
  `${introduction}\n## Totals\n\n${bottom(results, totals, secrets)}\n\n## Cells\n\n${table(results)}\n`;
