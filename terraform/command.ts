import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Program, programOf } from "./program/program";
import { cachesOf } from "./state/caches";
import { readState } from "./state/read-state";

/** What a command has around it. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes what was asked for. */
  readonly print: (text: string) => void;
  /** Writes what people are to know. */
  readonly say: (text: string) => void;
}

const help = `otc-dcs import-terraform <state.json | directory> [--out FILE]

Prints a Pulumi program that takes over the Redis caches of a Terraform state: the resources
opentelekomcloud_dcs_instance_v1 and opentelekomcloud_dcs_instance_v2, those of modules included.

  <state.json>   the output of \`terraform show -json\`
  <directory>    a configuration of Terraform, in which \`terraform show -json\` is run
  --out FILE     write the program into a new file
  --help         this text

It calls no cloud and changes nothing. Passwords are not printed: the program asks the stack's
configuration for them, and says which commands set them.
`;

const indented = (lines: readonly string[]): string => lines.map((line) => `    ${line}\n`).join("");

/** What to do next, for people. */
function nextSteps({ secretCommands, caches, passed }: Program): string {
  const count = `${caches} ${caches === 1 ? "cache" : "caches"} carried over.\n`;
  const secrets =
    secretCommands.length > 0 ? `Set the secrets; each command asks for the value:\n${indented(secretCommands)}` : "";
  return `${count}${secrets}${passed.length > 0 ? `Not carried over:\n${indented(passed)}` : ""}`;
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: "wx" });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`${file} ${code === "EEXIST" ? "exists: name a new file" : `cannot be written (${code})`}.`);
  }
}

function importTerraform(argv: readonly string[], { env, print, say }: Surroundings): void {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { out: { type: "string" }, help: { type: "boolean" } },
  });
  if (values.help) {
    print(help);
    return;
  }
  const [command, source, ...more] = positionals;
  if (command !== "import-terraform") {
    const what = command === undefined ? "a command is missing" : `"${command}" is no command`;
    throw new Error(`${what}: the only one is import-terraform; see --help.`);
  }
  if (source === undefined || more.length > 0) throw new Error("give one state file or one directory; see --help.");
  const program = programOf(cachesOf(readState(source, env)));
  if (values.out === undefined) print(program.text);
  else write(values.out, program.text);
  // The program alone goes to standard output, which may lead into a file.
  say(nextSteps(program));
}

/** Runs the command; the answer is its exit code. */
export function run(argv: readonly string[], surroundings: Surroundings): 0 | 1 {
  try {
    importTerraform(argv, surroundings);
    return 0;
  } catch (error) {
    surroundings.say(`otc-dcs: ${(error as Error).message}\n`);
    return 1;
  }
}
