import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";

/** Commands that show a state as JSON; the first that is installed is used. */
const SHOWERS = ["terraform", "tofu"] as const;

const HOW = "give the output of `terraform show -json`";

type Environment = Readonly<Record<string, string | undefined>>;

/** A state can be large; this is the most that is read of it. */
const MAX_BYTES = 1024 * 1024 * 1024;

function shown(directory: string, env: Environment): string {
  for (const command of SHOWERS) {
    const options = { cwd: directory, env, encoding: "utf8", maxBuffer: MAX_BYTES } as const;
    const { error, status, stdout, stderr } = spawnSync(command, ["show", "-json", "-no-color"], options);
    if ((error as NodeJS.ErrnoException | undefined)?.code === "ENOENT") continue;
    if (error) throw new Error(`\`${command} show -json\` could not be run in ${directory}: ${error.message}`);
    if (status !== 0) throw new Error(`\`${command} show -json\` failed in ${directory}: ${stderr.trim()}`);
    return stdout;
  }
  throw new Error(
    `${directory} is a directory, and ${SHOWERS.join(" and ")} are not on PATH: ${HOW} as a file instead.`,
  );
}

function textOf(source: string, env: Environment): string {
  try {
    return statSync(source).isDirectory() ? shown(source, env) : readFileSync(source, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new Error(`${source} does not exist: ${HOW}, or the directory of the configuration.`);
    if (code === "EACCES") throw new Error(`${source} cannot be read: permission is missing.`);
    throw error;
  }
}

/** Other files that people give, by what they hold. */
const MISTAKEN: ReadonlyArray<{ readonly has: readonly string[]; readonly what: string }> = [
  { has: ["resource_changes"], what: "is a plan, which may hold what does not exist yet; name no plan file" },
  { has: ["serial", "lineage"], what: "is a state file as Terraform stores it" },
];

/**
 * Reads a state.
 *
 * @param source A file with the output of `terraform show -json`, or a directory in which that command is run.
 * @param env Variables that this command gets.
 * @throws Error If it is anything else; the message never quotes what was read.
 */
export function readState(source: string, env: Environment): Readonly<Record<string, unknown>> {
  let state: unknown;
  const content = textOf(source, env);
  try {
    // PowerShell's `>` writes a mark of the encoding.
    state = JSON.parse(content.replace(/^\uFEFF/, ""));
  } catch {
    // The parser's own message quotes the file, secrets included.
    throw new Error(`${source} is not JSON: ${HOW}.`);
  }
  const isObject = typeof state === "object" && state !== null && !Array.isArray(state);
  const fields = isObject ? (state as Record<string, unknown>) : {};
  const mistaken = MISTAKEN.find(({ has }) => has.every((field) => field in fields));
  if (mistaken) throw new Error(`${source} ${mistaken.what}: ${HOW}.`);
  if (!("format_version" in fields)) throw new Error(`${source} is not a Terraform state: ${HOW}.`);
  return fields;
}
