import type { Pair } from "../plan";
import type { Contender } from "../programs/contenders";
import type { Figure, Result } from "../result";

/** Rows of cells, the first one the head. */
export type Table = ReadonlyArray<readonly string[]>;

export const TITLES: Readonly<Record<Contender, string>> = {
  ours: "this provider",
  plugin: "its plugin",
  bare: "bare",
  terraform: "Terraform's way",
};

const contenders = Object.keys(TITLES) as Contender[];

const rounded = (value: number | undefined, digits = 1): string =>
  value === undefined || Number.isNaN(value) ? "" : value.toFixed(digits);

/** All contenders on so many caches, an operation a row. */
export function pairTable(figures: readonly Figure[], { caches, create }: Pair): Table {
  const these = figures.filter((figure) => figure.caches === caches && figure.create === create);
  const operations = [...new Set(these.filter(({ throttled }) => !throttled).map(({ operation }) => operation))];
  const find = (contender: Contender, operation: string) =>
    these.find((figure) => figure.contender === contender && figure.operation === operation && !figure.throttled);
  const head = contenders.flatMap((contender) => [`${TITLES[contender]}: s`, "beyond", "calls", "lag"]);
  return [
    ["", ...head, "to bare"],
    ...operations.map((operation) => {
      const cells = contenders.flatMap((contender) => {
        const figure = find(contender, operation);
        return [
          rounded(figure?.seconds),
          rounded(figure?.beyond),
          rounded(figure?.callsPerCache, 2),
          rounded(figure?.lag, 2),
        ];
      });
      const ratio = (find("ours", operation)?.seconds ?? Number.NaN) / (find("bare", operation)?.seconds ?? Number.NaN);
      return [operation, ...cells, rounded(ratio, 2)];
    }),
  ];
}

/** What a resource costs besides time of the service. */
export function resourceTable({ declaring, figures }: Result): Table {
  const bytes = (contender: Contender) =>
    figures.filter((figure) => figure.contender === contender && figure.bytes !== undefined).at(-1)?.bytes;
  const declared = (contender: Contender) => declaring.find((one) => one.contender === contender);
  const rows = [
    ["declaring, ms in the program", ...contenders.map((one) => rounded(declared(one)?.msPerResource))],
    ["properties declared", ...contenders.map((one) => rounded(declared(one)?.properties, 0))],
    ["bytes of state", ...contenders.map((one) => rounded(bytes(one), 0))],
  ];
  // What was not measured is left out.
  const measured = rows.filter(([, ...cells]) => cells.some((cell) => cell !== ""));
  return [["", ...contenders.map((contender) => TITLES[contender])], ...measured];
}

/** The provider process, a hundred caches a row. */
export function processTable({ process }: Result): Table {
  if (process === undefined) return [];
  return [
    ["caches", "check, ms", "create, ms each", "read, ms each", "memory, MB"],
    ...process.hundreds.map(({ checkMs, createMs, readMs, megabytes }, index) => [
      `${index * 100 + 1} to ${(index + 1) * 100}`,
      rounded(checkMs),
      rounded(createMs),
      rounded(readMs),
      rounded(megabytes, 0),
    ]),
  ];
}

/** For a terminal: columns aligned. */
export function asText(table: Table): string {
  const width = (column: number) => Math.max(...table.map((row) => row[column]?.length ?? 0));
  return table
    .map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(width(0)) : cell.padStart(width(column)))))
    .map((row) => row.join("  "))
    .join("\n");
}

/** For the documentation. */
export function asMarkdown([head = [], ...rows]: Table): string {
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
