import type { ModifyingCall } from "../support/calls";
import { resourceOf, rows } from "./rows";
import type { ExpectedCall, Row } from "./rows/row";
import type { Announced, ByResource } from "./witnesses";

const HEAD = `# What a change of an argument does

Observed, not written: the engine tests make each change under the Pulumi engine, against the local DCS, and write this table from \`pulumi preview --json\`, the journal of the local DCS and the state
(\`UPDATE_DOCS=1 npx jest --selectProjects engine -- test/engine/changes/table\`).
\`update\` keeps the instance, its address and its data. \`replace\` makes a new, empty one; preview then names the properties that force it.
Of a request that creates an instance only what the row is about is shown. Ids are shortened.

`;

const NOT_SET = "–";

// An id says nothing to a reader but that it is another one.
const shortened = (text: string): string =>
  text.replace(
    /\b([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|\b([0-9a-f]{8})[0-9a-f]{24}\b/gi,
    "$1$2…",
  );

const code = (text: string): string => `\`${shortened(text).replaceAll("|", "\\|")}\``;

const isText = (value: unknown): boolean =>
  typeof value !== "object" || Array.isArray(value) || !("apply" in (value ?? {}));

// A password is an output, which does not print.
const written = (value: unknown): string => (isText(value) ? JSON.stringify(value) : '"…"');

function listed(values: Readonly<Record<string, unknown>>): string {
  const set = Object.entries(values).filter(([, value]) => value !== undefined);
  return set.length === 0 ? NOT_SET : set.map(([name, value]) => code(`${name}: ${written(value)}`)).join("<br>");
}

function side(row: Row, which: "from" | "to"): string {
  const names = [...new Set([...Object.keys(row.from), ...Object.keys(row.to)])];
  const args = { ...row.base, ...row[which], ...row.options?.[which] } as Record<string, unknown>;
  return listed(
    Object.fromEntries([...names, ...Object.keys(row.options?.to ?? {})].map((name) => [name, args[name]])),
  );
}

const relevant = (body: unknown, expected: ExpectedCall | undefined): unknown => {
  if (expected?.call !== "POST /instances") return body;
  const names = Object.keys(expected.body ?? {});
  return Object.fromEntries(Object.entries(body as object).filter(([name]) => names.includes(name)));
};

const spelt = ({ call, body }: ModifyingCall, expected: ExpectedCall | undefined): string => {
  const shown = relevant(body, expected);
  return code(
    shown === undefined || Object.keys(shown as object).length === 0 ? call : `${call} ${JSON.stringify(shown)}`,
  );
};

/** Everything that was observed of all rows, as the document in `docs/`. */
export function markdown(
  previewed: ByResource<Announced>,
  calls: ByResource<readonly ModifyingCall[]>,
  after: (row: Row) => Readonly<Record<string, unknown>>,
): string {
  const lines = rows.map((row) => {
    const { verdict, forcing } = previewed.get(resourceOf(row)) as Announced;
    const made = (calls.get(resourceOf(row)) ?? []).map((call, at) => spelt(call, row.calls[at]));
    return [
      `${row.argument === "several" ? "several" : code(row.argument)} ${row.change}`,
      side(row, "from"),
      side(row, "to"),
      verdict === "replace" ? `**replace**: ${forcing.map(code).join(", ")}` : verdict,
      made.join("<br>") || "none",
      listed(after(row)),
    ];
  });
  const head = ["Argument", "From", "To", "Preview", "Calls that change something", "State after"];
  const table = [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`);
  return `${HEAD}${table.join("\n")}\n`;
}
