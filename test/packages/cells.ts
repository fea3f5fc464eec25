/** How a program is written and run. */
export type Kind =
  | "typescript"
  | "typescript-vendored"
  | "typescript-compiled"
  | "typescript-nodenext"
  | "typescript-nodenext-esm"
  | "typescript-esm"
  | "javascript-cjs"
  | "javascript-esm"
  | "bundled"
  | "bundled-whole"
  | "bundled-alone";

export type Manager = "npm" | "pnpm" | "yarn-classic" | "yarn-berry" | "yarn-berry-pnp";

export type Workspace = "hoisted" | "nested";

/** One way to use the package. */
export interface Cell {
  readonly kind: Kind;
  readonly manager: Manager;
  readonly node: 20 | 22 | 24;
  /** A version of `@pulumi/pulumi`, or a range of which the newest is taken. */
  readonly pulumi: string;
  /** The program is a package of a monorepo. */
  readonly workspace?: Workspace;
  /** What Pulumi itself refuses: the words that a user reads. */
  readonly forbidden?: RegExp;
  /** The same, where only typed commands are refused. */
  readonly forbiddenToType?: RegExp;
}

/** Bottom of the peer range. */
const LOWEST = "3.216.0";

/** The last version whose `engines` allow Node 20. */
const LAST_FOR_20 = "3.248.0";

const NEWEST = "^3.248.0";

const npm = (kind: Kind, node: Cell["node"] = 22, pulumi = node === 20 ? LAST_FOR_20 : NEWEST): Cell => ({
  kind,
  manager: "npm",
  node,
  pulumi,
});

const by = (manager: Manager, more: Partial<Cell> = {}): Cell => ({ ...npm("typescript"), manager, ...more });

export const CELLS: readonly Cell[] = [
  npm("typescript", 20),
  npm("typescript", 22),
  npm("typescript", 24),
  npm("typescript", 20, LOWEST),
  npm("typescript", 24, LOWEST),
  npm("typescript-vendored"),
  npm("typescript-compiled"),
  npm("typescript-compiled", 20, LOWEST),
  npm("typescript-nodenext"),
  npm("typescript-nodenext-esm"),
  npm("javascript-cjs"),
  npm("javascript-cjs", 20, LOWEST),
  npm("javascript-esm"),
  npm("javascript-esm", 20),
  npm("bundled"),
  by("pnpm"),
  by("pnpm", { kind: "javascript-esm", node: 24 }),
  by("yarn-classic"),
  by("yarn-berry"),
  by("npm", { workspace: "hoisted" }),
  by("npm", { workspace: "nested" }),
  by("pnpm", { workspace: "nested" }),
  by("yarn-berry", { workspace: "hoisted" }),
  npm("bundled-whole"),
  { ...npm("bundled-alone"), forbidden: /Cannot find module 'pulumi-otc-dcs\/dcs-instance\/v1'/ },
  by("yarn-berry-pnp", { forbiddenToType: /It looks like the Pulumi SDK has not been installed/ }),
];
