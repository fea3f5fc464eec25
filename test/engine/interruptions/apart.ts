import { spawn } from "node:child_process";
import path from "node:path";
import { interrupt, type Observation } from "./interruption";
import { MOMENTS } from "./moments";
import { type SignalObservation, signalled } from "./signals";

/*
 * A command that is cut off leaves rejections in Pulumi's SDK that nobody handles. In a process of their own they end
 * nothing else.
 */

const MARK = "observed: ";

function observed<T>(...what: readonly string[]): Promise<T> {
  const register = require.resolve("ts-node/register/transpile-only");
  const child = spawn(process.execPath, ["-r", register, path.join(__dirname, "apart.ts"), ...what], {
    env: process.env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data: Buffer) => (printed += data.toString()));
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("close", () => {
      const line = printed.split("\n").find((one) => one.startsWith(MARK));
      if (line === undefined) failed(new Error(`nothing was observed: ${printed}`));
      else done(JSON.parse(line.slice(MARK.length)) as T);
    });
  });
}

export const signalledApart = (...signals: readonly NodeJS.Signals[]): Promise<SignalObservation> =>
  observed("signals", ...signals);

/** Kills the command at the moment of that number. */
export const killedApart = (moment: number): Promise<Observation> => observed("kill", String(moment));

async function main([what, ...rest]: readonly string[]): Promise<void> {
  const result =
    what === "kill"
      ? await interrupt("cli", MOMENTS[Number(rest[0])] as (typeof MOMENTS)[number])
      : await signalled(rest as NodeJS.Signals[]);
  process.stdout.write(`\n${MARK}${JSON.stringify(result)}\n`);
}

if (require.main === module) void main(process.argv.slice(2));
