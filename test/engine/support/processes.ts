import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Process ids of one run of the engine. */
export interface RunProcesses {
  readonly cli?: number;
  /** The process of the provider's methods. */
  readonly provider?: number;
}

interface Listed {
  readonly id: number;
  readonly parent: number;
  readonly command: string;
}

async function listed(): Promise<Listed[]> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-ww", "-o", "pid=,ppid=,args="]);
  return stdout.split("\n").flatMap((line) => {
    const [, id, parent, command = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return id === undefined ? [] : [{ id: Number(id), parent: Number(parent), command }];
  });
}

const below = (all: readonly Listed[], id: number): Listed[] =>
  all.filter(({ parent }) => parent === id).flatMap((child) => [child, ...below(all, child.id)]);

/**
 * @param client The argument that only this run's command has.
 * @param provider What the command of the provider's process contains.
 */
export async function processesOf(
  client: string | undefined,
  provider: RegExp = /dynamic-provider\/index\.js/,
): Promise<RunProcesses> {
  const all = await listed();
  const cli = all.find(({ command }) => client !== undefined && command.includes(client));
  if (cli === undefined) return {};
  return { cli: cli.id, provider: below(all, cli.id).find(({ command }) => provider.test(command))?.id };
}

/** Ids of all processes below one, however far. */
export const descendantsOf = async (id: number): Promise<number[]> => below(await listed(), id).map((each) => each.id);
