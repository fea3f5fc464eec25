#!/usr/bin/env node
import { parseArgs } from "node:util";
import { startEmulator } from "./emulator";

const help = `otc-dcs-emulator: the DCS and IAM of a made-up account on 127.0.0.1

  --port N        port to listen on; 0 or absent: a free one
  --create-ms N   how long an instance stays CREATING (default 2000)
  --help          this text

Prints the variables that lead a client here, and serves until Ctrl-C.
`;

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new Error(`--${name} is "${text}"; give a whole number.`);
  return Number(text);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: "string" }, "create-ms": { type: "string" }, help: { type: "boolean" } },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const emulator = await startEmulator({
    port: wholeNumber("port", values.port),
    createMs: wholeNumber("create-ms", values["create-ms"]),
  });
  for (const [name, value] of Object.entries(emulator.env)) console.log(`export ${name}=${value}`);
  console.log(
    emulator.redisBinary === undefined
      ? "# No redis-server or valkey-server on PATH: the API works, but nothing answers at an instance's address."
      : `# Instances are served by ${emulator.redisBinary}, each on a loopback address or port of its own.`,
  );
  console.log("# Serving until Ctrl-C; set the variables above in another shell.");
  const stop = () => {
    emulator.close().then(() => process.exit(0));
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

main().catch((error: Error) => {
  console.error(`otc-dcs-emulator: ${error.message}`);
  process.exitCode = 1;
});
