#!/usr/bin/env node
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Program, programOf } from "./program/program";
import { cachesOf } from "./state/caches";
import { readState } from "./state/read-state";

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

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: "string" }, help: { type: "boolean" } },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const [command, source, ...more] = positionals;
  if (command !== "import-terraform") {
    throw new Error(
      `${command === undefined ? "a command is missing" : `"${command}" is no command`}: the only one is import-terraform; see --help.`,
    );
  }
  if (source === undefined || more.length > 0) throw new Error("give one state file or one directory; see --help.");
  const program = programOf(cachesOf(readState(source)));
  if (values.out === undefined) process.stdout.write(program.text);
  else write(values.out, program.text);
  // The program alone goes to standard output, which may lead into a file.
  process.stderr.write(nextSteps(program));
}

try {
  main();
} catch (error) {
  console.error(`otc-dcs: ${(error as Error).message}`);
  process.exitCode = 1;
}
