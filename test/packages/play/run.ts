import { execFile } from "node:child_process";
import { promisify } from "node:util";

interface Place {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a command and answers what it prints. Throws everything it printed if it fails. */
export async function run(command: string, args: readonly string[], { cwd, env }: Place): Promise<string> {
  const options = { cwd, env: env ?? process.env, maxBuffer: 2 ** 28, timeout: 300_000 };
  try {
    return (await promisify(execFile)(command, args, options)).stdout;
  } catch (error) {
    const { stdout = "", stderr = "", message } = error as Error & { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(" ")}\n${stdout}${stderr}`.trim() || message);
  }
}
