import { isDeepStrictEqual } from "node:util";
import type { ModifyingCall } from "../../support/calls";
import type { CacheState } from "../../support/stack";
import { played, resourceOf } from "../rows";
import { type ExpectedCall, isDecrypted, type Row } from "../rows/row";
import type { Announced, ByResource } from "./witnesses";

/** What was seen of all rows. */
export interface Observed {
  readonly previewed: ByResource<Announced>;
  readonly calls: ByResource<readonly ModifyingCall[]>;
  readonly before: ByResource<CacheState>;
  readonly after: ByResource<CacheState>;
}

const HEAD = `# What a change of an argument does

The engine tests make each of these changes under the Pulumi engine, on the local DCS. They write this table from
\`pulumi preview --json\`, from the calls that the local DCS recorded, and from the state
(\`UPDATE_DOCS=1 npx jest --selectProjects engine -- test/engine/changes/table\`).

- **update** keeps the instance, its address and its data; **replace** makes a new, empty one, and preview names the
  properties that force it; **same** is no change: both values mean the same.
- A create request is shown only as far as the row is about it, an object only as far as it differs. Ids are shortened;
  passwords are not shown.
- The tests also made each change back, and found what was there before. The exception is a value that is no longer
  declared and that the service cannot remove: it stays, e.g. a backup policy (it becomes manual) or an address.

`;

const NONE = "–";

type Values = Readonly<Record<string, unknown>>;

// An id says nothing to a reader but that it is another one.
const shortened = (text: string): string =>
  text.replace(/\b([0-9a-f]{8})-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\b/gi, "$1…");

const code = (text: string): string => `\`${shortened(text).replaceAll("|", "\\|")}\``;

// A password is an output, which does not print.
const isOutput = (value: unknown): boolean => typeof value === "object" && value !== null && "apply" in value;
const isSecret = (value: unknown): boolean =>
  isOutput(value) || (typeof value === "object" && value !== null && isDecrypted(value));

const isObject = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isSecret(value);

/** The values by their paths. */
const leaves = (values: Values, above = ""): ReadonlyArray<readonly [string, unknown]> =>
  Object.entries(values).flatMap(([name, value]) => {
    if (value === undefined) return [];
    return isObject(value) ? leaves(value, `${above}${name}.`) : [[`${above}${name}`, value] as const];
  });

const equal = (one: unknown, other: unknown): boolean =>
  isOutput(one) || isOutput(other) ? one === other : isDeepStrictEqual(one, other);

/** What of `values` is not in `others`. */
function difference(values: Values, others: Values): string {
  const known = new Map(leaves(others));
  const different = leaves(values).filter(([path, value]) => !equal(value, known.get(path)));
  return different
    .map(([path, value]) => code(`${path}: ${isSecret(value) ? "…" : JSON.stringify(value)}`))
    .join("<br>");
}

const argsOf = (row: Row, side: "from" | "to"): Values =>
  ({ ...row.base, ...row[side], ...row.options?.[side] }) as unknown as Values;

const relevant = (body: unknown, expected: ExpectedCall | undefined): unknown => {
  if (expected?.call !== "POST /instances") return body;
  const names = Object.keys(expected.body ?? {});
  const shown = Object.entries(body as object).filter(([name]) => names.includes(name));
  return shown.length > 0 ? Object.fromEntries(shown) : undefined;
};

const spelt = ({ call, body }: ModifyingCall, expected: ExpectedCall | undefined): string => {
  const shown = relevant(body, expected);
  return code(shown === undefined ? call : `${call} ${JSON.stringify(shown)}`);
};

function resultOf(row: Row, { before, after }: Observed): string {
  const names = Object.keys(row.after);
  if (names.length === 0) return NONE;
  const of = (states: ByResource<CacheState>): Values => {
    const outputs = states.get(resourceOf(row))?.outputs ?? {};
    return Object.fromEntries(names.map((name) => [name, outputs[name]]));
  };
  const gone = leaves(of(before)).filter(([path]) => !leaves(of(after)).some(([other]) => other === path));
  const without = gone.map(([path]) => `no ${code(path)}`);
  return [difference(of(after), of(before)), ...without].filter(Boolean).join("<br>") || "as before";
}

/** Everything that was observed, as the document in `docs/`. */
export function markdown(observed: Observed): string {
  const lines = played.map((row) => {
    const { verdict, forcing } = observed.previewed.get(resourceOf(row)) as Announced;
    const made = (observed.calls.get(resourceOf(row)) ?? []).map((call, at) => spelt(call, row.calls[at]));
    const [from, to] = [argsOf(row, "from"), argsOf(row, "to")];
    return [
      `${row.argument === "several" ? "several" : code(row.argument)} ${row.change}`,
      difference(from, to) || NONE,
      difference(to, from) || NONE,
      verdict === "replace" ? `**replace** for ${forcing.map(code).join(", ")}` : `**${verdict}**`,
      made.join("<br>") || NONE,
      resultOf(row, observed),
    ];
  });
  const head = ["Argument", "From", "To", "Preview", "Calls that change something", "State after"];
  const table = [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`);
  return `${HEAD}${table.join("\n")}\n`;
}
