#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { startEmulator } from "./emulator";
import type { EmulatorOptions } from "./service/options";
import { type SignInWays, wayNames } from "./world/accounts/sign-in-ways";

const help = `otc-dcs-emulator: the DCS and IAM of a made-up account on 127.0.0.1

  --port N            port to listen on; 0 or absent: a free one
  --create-ms N       how long an instance stays CREATING (default 2000)
  --token-ms N        how long a token lives (default 86400000, a day)
  --clock-skew-ms=N   how far the service's clock is ahead; negative: behind (default 0)
  --tls-cert FILE     serve https with this certificate; needs --tls-key
  --tls-key FILE      key of the certificate; both PEM
  --sign-in WAY       print the variables of one way to sign in only:
                      ${Object.keys(wayNames).join(", ")}
  --whitelist-status N
                      how a new whitelist is accepted: 204 (default), or 200
  --help              this text

Prints the variables that lead a client here, and serves until Ctrl-C. In a browser its address shows what happens there.
`;

function wholeNumber(name: string, text: string | undefined, form = /^\d+$/): number | undefined {
  if (text === undefined) return undefined;
  if (!form.test(text)) throw new Error(`--${name} is "${text}"; give a whole number.`);
  return Number(text);
}

function tls(cert: string | undefined, key: string | undefined): EmulatorOptions["tls"] {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined) throw new Error("--tls-cert and --tls-key belong together; give both.");
  return { cert: readFileSync(cert, "utf8"), key: readFileSync(key, "utf8") };
}

function wayOf(name: string | undefined): keyof SignInWays | undefined {
  if (name === undefined) return undefined;
  const way = Object.entries(wayNames).find(([known]) => known === name)?.[1];
  if (way === undefined) throw new Error(`--sign-in is "${name}"; give one of ${Object.keys(wayNames).join(", ")}.`);
  return way;
}

function whitelistStatusOf(text: string | undefined): EmulatorOptions["whitelistStatus"] {
  if (text === undefined) return undefined;
  if (text !== "200" && text !== "204") throw new Error(`--whitelist-status is "${text}"; give 200 or 204.`);
  return text === "200" ? 200 : 204;
}

const text = { type: "string" } as const;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: text,
      "create-ms": text,
      "token-ms": text,
      "clock-skew-ms": text,
      "tls-cert": text,
      "tls-key": text,
      "sign-in": text,
      "whitelist-status": text,
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const way = wayOf(values["sign-in"]);
  const emulator = await startEmulator({
    port: wholeNumber("port", values.port),
    createMs: wholeNumber("create-ms", values["create-ms"]),
    tokenLifetimeMs: wholeNumber("token-ms", values["token-ms"]),
    clockSkewMs: wholeNumber("clock-skew-ms", values["clock-skew-ms"], /^-?\d+$/),
    whitelistStatus: whitelistStatusOf(values["whitelist-status"]),
    tls: tls(values["tls-cert"], values["tls-key"]),
  });
  const variables = way === undefined ? emulator.env : emulator.signIn[way];
  for (const [name, value] of Object.entries(variables)) console.log(`export ${name}=${value}`);
  const redis =
    emulator.redisBinary === undefined
      ? "# No redis-server or valkey-server on PATH: the API works, but nothing answers at an instance's address."
      : `# Instances are served by ${emulator.redisBinary}, each on a loopback address or port of its own.`;
  const page = `# What happens here is shown at ${emulator.url}/ in a browser.`;
  console.log([redis, page, "# Serving until Ctrl-C; set the variables above in another shell."].join("\n"));
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
