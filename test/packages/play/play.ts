import { copyFile, mkdir } from "node:fs/promises";
import path from "node:path";
import type { Consumer } from "../consumer";
import { run } from "./run";

const DRIVE = path.join(__dirname, "drive.cjs");

const ENDPOINT = /^\d+(\.\d+){3}:\d+$/;

function assertEndpoint(endpoint: unknown): void {
  if (!ENDPOINT.test(String(endpoint))) throw new Error(`the program's output is ${JSON.stringify(endpoint)}`);
}

async function stateFolder({ folder }: Consumer, name: string): Promise<string> {
  const state = path.join(folder, name);
  await mkdir(state);
  return state;
}

/** Preview, up and destroy by a script of the project: the engine calls the program in the script's own process. */
export async function inline(consumer: Consumer): Promise<void> {
  const { folder, program, env, node } = consumer;
  const state = await stateFolder(consumer, ".state-inline");
  await copyFile(DRIVE, path.join(folder, "drive.cjs"));
  const [command = "node", ...before] = node;
  const args = [...before, path.join(folder, "drive.cjs"), program.main, String(program.esm === true), state];
  const printed = await run(command, args, { cwd: folder, env: { ...env, PULUMI_BACKEND_URL: `file://${state}` } });
  assertEndpoint(JSON.parse(printed.trim().split("\n").at(-1) ?? "{}").endpoint);
}

/** The same by typed commands: Pulumi's language host starts the program. */
export async function typed(consumer: Consumer): Promise<void> {
  const state = await stateFolder(consumer, ".state-typed");
  const env = { ...consumer.env, PULUMI_BACKEND_URL: `file://${state}` };
  const pulumi = (...args: string[]) => run("pulumi", [...args, "--non-interactive"], { cwd: consumer.folder, env });
  await pulumi("stack", "init", "typed");
  await pulumi("up", "--yes");
  assertEndpoint(JSON.parse(await pulumi("stack", "output", "--json")).endpoint);
  await pulumi("destroy", "--yes", "--skip-preview");
}

/** Version of a package as installed. */
export async function versionOf({ folder, env, node }: Consumer, name: string): Promise<string> {
  const [command = "node", ...before] = node;
  const script = `process.stdout.write(require(require.resolve("${name}/package.json", { paths: [process.cwd()] })).version)`;
  return run(command, [...before, "-e", script], { cwd: folder, env });
}

export const nodeVersion = async ({ folder, env, node: [command = "node"] }: Consumer): Promise<string> =>
  (await run(command, ["--version"], { cwd: folder, env })).trim().slice(1);
