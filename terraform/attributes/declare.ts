import type { DcsInstanceArgs } from "../../provider/dcs-instance/values/args";
import { type Cache, isEmpty, object, text } from "../state/cache";
import type { Carried } from "./row";
import { ATTRIBUTES } from "./table";

/** A value that the program asks of the stack's configuration. */
export interface Secret {
  readonly argument: string;
  /** Its type in TypeScript. */
  readonly type: string;
}

/** What becomes of a cache. */
export interface Declaration {
  readonly cache: Cache;
  readonly args: Readonly<Record<string, unknown>>;
  readonly secrets: readonly Secret[];
  /** Time limits of Terraform, e.g. `{ create: "30m" }`. */
  readonly timeouts: Readonly<Record<string, string>>;
  /** What a reader must know, one line each. */
  readonly notes: readonly string[];
}

/** What a program cannot do without. */
const REQUIRED = [
  "name",
  "engineVersion",
  "capacity",
  "productId",
  "availableZones",
  "vpcId",
  "subnetId",
] as const satisfies ReadonlyArray<keyof DcsInstanceArgs>;

type Fate = { readonly value?: unknown; readonly note?: string };

function fateOf(value: unknown, row: Carried, cache: Cache): Fate {
  if (isEmpty(value) && !row.always) return {};
  const left = row.unless?.(value, cache);
  return left === undefined
    ? { value: row.reads ? row.reads(value, cache) : value, note: row.note?.(value, cache) }
    : { note: left };
}

function unknownNotes({ values }: Cache): string[] {
  const names = Object.keys(values).filter((name) => !Object.hasOwn(ATTRIBUTES, name) && !isEmpty(values[name]));
  return names.map((name) => `${JSON.stringify(name)}: is not known to this command; carry it over by hand`);
}

function timeoutsOf({ values }: Cache): Record<string, string> {
  const limits = Object.entries(object(values.timeouts));
  return Object.fromEntries(
    limits.filter(([name, limit]) => ["create", "update", "delete"].includes(name) && text(limit) !== ""),
  ) as Record<string, string>;
}

/** The declaration of a cache, or the attributes without which there is none. */
export function declare(cache: Cache): Declaration | { readonly missing: readonly string[] } {
  const args: Record<string, unknown> = {};
  const secrets: Secret[] = [];
  const notes = cache.isTainted ? ["Terraform holds it as tainted, and would replace it; here it is kept"] : [];
  for (const [attribute, row] of Object.entries(ATTRIBUTES)) {
    const given = cache.values[attribute];
    if ("says" in row) continue;
    if ("not" in row) {
      if (!isEmpty(given)) notes.push(`${attribute}: ${row.not}`);
      continue;
    }
    const { value, note } = fateOf(given, row, cache);
    if (note !== undefined) notes.push(`${attribute}: ${note}`);
    if (value === undefined || row.to in args) continue;
    args[row.to] = value;
    if (row.secret || [attribute, ...(row.parts ?? [])].some((name) => cache.sensitive.has(name))) {
      secrets.push({ argument: row.to, type: row.type ?? "string" });
    }
  }
  const missing = REQUIRED.filter((argument) => isEmpty(args[argument]));
  if (missing.length > 0) return { missing };
  return { cache, args, secrets, timeouts: timeoutsOf(cache), notes: [...notes, ...unknownNotes(cache)] };
}
