import type { DcsInstanceArgs } from "pulumi-otc-dcs";
import type { World } from "../worlds";

/** What a preview said in a world. */
export interface Seen {
  readonly world: World;
  /** What it does to the caches that are there. */
  readonly existing: string;
  /** Failures, warnings and lines of the new cache. */
  readonly told: readonly string[];
}

const HEAD = `# What a changed catalogue does

Two caches are there, made from the usual catalogue of the local DCS: \`ha\` 6.0 with 2 GB, one by \`cacheMode\` and one by
\`productId\`. Then the catalogue changes. The engine tests preview the program as it is, and the program with one more
cache, under the Pulumi engine, and write this table from what they saw
(\`UPDATE_DOCS=1 npx jest --selectProjects engine -- test/engine/catalogue/table\`).

How a product is chosen, and what is asked of the service, stands in the
[README](../../README.md#the-catalogue-at-preview).

`;

const declaredIn = (declared: Partial<DcsInstanceArgs> = {}): string => {
  const shown = Object.entries(declared).filter(([, value]) => value !== undefined);
  return (
    shown.map(([name, value]) => `\`${name}: ${JSON.stringify(value)}\``).join("<br>") || "the same by `cacheMode`"
  );
};

const cell = (text: string): string => text.replaceAll("|", "\\|");

/** The document in `docs/`. */
export function markdown(all: readonly Seen[]): string {
  const rows = all.map(({ world, existing, told }) => [
    world.change,
    existing,
    declaredIn(world.declared),
    told.map(cell).join("<br>"),
  ]);
  const head = ["What changed", "Caches that are there", "New cache", "Preview of the new cache"];
  const table = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return `${HEAD}${table.join("\n")}\n`;
}
