import type { Cell, Kind } from "./cells";

/** What a way of use came to. */
export interface Tried {
  readonly cell: Cell;
  readonly node: string;
  readonly pulumi: string;
  /** `undefined`: it worked. */
  readonly inline?: string;
  /** `null`: there was no language host. */
  readonly typed?: string | null;
  readonly seconds: number;
}

const KINDS: Readonly<Record<Kind, string>> = {
  typescript: "TypeScript, run by ts-node",
  "typescript-vendored": "TypeScript, with the compiler that Pulumi brings (3.8)",
  "typescript-compiled": "TypeScript, compiled",
  "typescript-nodenext": "TypeScript, `module: nodenext`, run by ts-node",
  "typescript-nodenext-esm": "TypeScript, `module: nodenext`, ES modules, compiled",
  "typescript-esm": "TypeScript, ES modules, run by ts-node",
  "javascript-cjs": "JavaScript, CommonJS",
  "javascript-esm": "JavaScript, ES modules",
  bundled: "esbuild, `pulumi-otc-dcs` external",
  "bundled-whole": "esbuild, `pulumi-otc-dcs` inside, and installed",
  "bundled-alone": "esbuild, `pulumi-otc-dcs` inside, not installed",
};

const MANAGERS: Readonly<Record<Cell["manager"], string>> = {
  npm: "npm",
  pnpm: "pnpm",
  "yarn-classic": "Yarn 1",
  "yarn-berry": "Yarn 4, `nodeLinker: node-modules`",
  "yarn-berry-pnp": "Yarn 4, Plug'n'Play",
};

const managerOf = ({ manager, workspace }: Cell): string =>
  `${MANAGERS[manager]}${workspace ? `, workspace (${workspace === "hoisted" ? "hoisted" : "not hoisted"})` : ""}`;

export const titleOf = (cell: Cell): string => `${KINDS[cell.kind]}; ${managerOf(cell)}`;

const outcome = (words: string | null | undefined): string =>
  words === undefined ? "works" : words === null ? "not tried" : `\`${words.replaceAll("|", "\\|")}\``;

const isOne = (words: string | null | undefined, expected?: RegExp): boolean =>
  words === null || (expected ? words !== undefined && expected.test(words) : words === undefined);

/** True if the cell came to what it should. */
export const isRight = ({ cell: { forbidden, forbiddenToType }, inline, typed }: Tried): boolean =>
  isOne(inline, forbidden) && isOne(typed, forbidden ?? forbiddenToType);

export function page(all: readonly Tried[]): string {
  const rows = all.map(
    ({ cell, node, pulumi, inline, typed, seconds }) =>
      `| ${[KINDS[cell.kind], managerOf(cell), node, pulumi, outcome(inline), outcome(typed), seconds].join(" | ")} |`,
  );
  const works = all.filter(({ cell }) => cell.forbidden === undefined && cell.forbiddenToType === undefined);
  return `# Where the package works

Written by \`npm run packages\`. The package is packed, installed into a new project, and one cache goes through preview, up and destroy under the real engine, against the local DCS.

- **script**: by the Automation API, from a script of the project; TypeScript is compiled and checked as Pulumi's language host does it
- **commands**: by \`pulumi up\`, which begins with its preview, and \`pulumi destroy\`, typed in the project${all.some(({ typed }) => typed === null) ? "; not tried where Pulumi's language host for Node.js was not on PATH" : ""}

| program | installed by | Node.js | @pulumi/pulumi | script | commands | seconds |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join("\n")}

${works.length} ways that should work: ${works.filter(isRight).length} do. ${all.length - works.length} ways that Pulumi does not allow; the table has the words that you see.

- **Bundling the package**: the state names the module that Pulumi's provider process loads, so \`pulumi-otc-dcs\` must be in \`node_modules\` where \`pulumi\` runs, whether the bundle contains it or not. Mark it as external.
- **Plug'n'Play**: the command \`pulumi\` looks for its SDK in \`node_modules\`. Set \`nodeLinker: node-modules\`, or run the program by the Automation API under \`yarn node\`.
`;
}
