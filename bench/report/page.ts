import { mainPair, type Pair } from "../plan";
import type { Result } from "../result";
import { barTable } from "./bars";
import { asMarkdown, pairTable, processTable, resourceTable } from "./tables";

const pairTitle = ({ caches, create }: Pair): string =>
  `${caches} ${caches === 1 ? "cache" : "caches"}, created in ${create} s`;

/** The pairs that were measured, in their order. */
export function pairsOf({ figures }: Result): Pair[] {
  const pairs = new Map(figures.map(({ caches, create }) => [`${caches},${create}`, { caches, create }]));
  return [...pairs.values()];
}

const versionsOf = ({ versions }: Result): string =>
  Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(", ");

const COMMANDS: Readonly<Record<Result["commands"], string>> = {
  typed:
    "The commands are typed in a project's folder, as users type them: TypeScript is compiled in every run, and `up` and `destroy` include their previews. `refresh` has `--skip-preview`, so that its calls are those of one refresh.",
  inline:
    "The commands are those of the Automation API with inline programs: TypeScript is not compiled, and nothing includes a preview. With `pulumi-language-nodejs` on the PATH the commands are typed as users type them, which shows more of what declaring costs.",
};

function processText(result: Result): string {
  const { process } = result;
  if (process === undefined) return "";
  return `
## The provider process

Without an engine: ${process.startSeconds.toFixed(1)} s until it listens, ${process.firstCheckSeconds.toFixed(1)} s for the first check, which loads the provider, signs in and asks for the catalogue; ${process.startMegabytes.toFixed(0)} MB then.

${asMarkdown(processTable(result))}
`;
}

/** The page of the documentation. */
export function page(result: Result): string {
  const main = mainPair(result.figures.filter(({ throttled }) => !throttled));
  return `# How quick it is

Written by \`npm run bench\` on ${result.date.slice(0, 10)}: ${versionsOf(result)}, ${result.processors} processors. Every figure is ${result.rounds === 1 ? "from one round" : `the median of ${result.rounds} rounds in one run`}, against the local DCS, with \`--parallel 100\`. Times depend on the machine; the ratios hardly do.

${COMMANDS[result.commands]}

- *this provider* is the dynamic provider; *its plugin* declares the same caches in the same language, as the generated SDK does (\`bench/programs/plugin.ts\`).
- *bare*: a dynamic provider of about fifty lines that polls each instance by itself every 0.2 s (\`bench/programs/plain.ts\`). It validates nothing.
- *Terraform's way*: the same with the calls and pauses of Terraform's provider: a product list per create, the first look after 10 s, two calls per refresh (\`bench/programs/terraform.ts\`). It is not Terraform.
- *beyond*: seconds beyond the time that the service itself takes. *calls*: per cache, sign-in included. *lag*: seconds from RUNNING, or gone, to the first look that could tell, the longest of all caches. *to bare*: the whole time, this provider's to bare's.

${main === undefined ? "" : `![${pairTitle(main)}](bench.svg)\n`}
## What is promised

${asMarkdown(barTable(result))}

${pairsOf(result)
  .map((pair) => `## ${pairTitle(pair)}\n\n${asMarkdown(pairTable(result.figures, pair))}`)
  .join("\n\n")}

## A resource

Declared in a process with TypeScript loaded as Pulumi's language host loads it; the state is \`pulumi stack export\` without indentation.

${asMarkdown(resourceTable(result))}
${processText(result)}`;
}
