import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";

const root = path.resolve(__dirname, "../..");
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill();
});

/** Starts the command; resolves once it has ended or says that it serves. */
function run(...options: string[]): Promise<{ readonly output: string; readonly code: number | null }> {
  const child = spawn(process.execPath, ["dist/emulator/cli.js", ...options], { cwd: root });
  running.push(child);
  let output = "";
  return new Promise((resolve) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      if (output.includes("Serving until")) resolve({ output, code: null });
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("close", (code) => resolve({ output, code }));
  });
}

const names = (output: string) => [...output.matchAll(/^export (\w+)=/gm)].map(([, name]) => name).sort();

test("Without options it prints what both password and access key need", async () => {
  expect(names((await run()).output)).toEqual([
    "OS_ACCESS_KEY",
    "OS_AUTH_URL",
    "OS_DOMAIN_NAME",
    "OS_PASSWORD",
    "OS_PROJECT_NAME",
    "OS_REGION_NAME",
    "OS_SECRET_KEY",
    "OS_USERNAME",
  ]);
});

test("It prints the variables of one way to sign in, and its clock may be behind", async () => {
  const { output } = await run("--sign-in", "token", "--clock-skew-ms=-60000", "--token-ms", "2000");
  expect(names(output)).toEqual(["OS_AUTH_TOKEN", "OS_AUTH_URL", "OS_REGION_NAME"]);
  const url = /OS_AUTH_URL=(\S+)/.exec(output)?.[1] ?? "";
  const { headers } = await fetch(url);
  expect(Math.abs(Date.parse(headers.get("date") ?? "") + 60_000 - Date.now())).toBeLessThan(5_000);
});

test.each([
  [["--sign-in", "magic"], '--sign-in is "magic"; give one of password, mfa, token, keys, temporary-keys, agency.'],
  [["--tls-cert", "cert.pem"], "--tls-cert and --tls-key belong together; give both."],
  [["--token-ms", "soon"], '--token-ms is "soon"; give a whole number.'],
])("%j is refused in words", async (options, message) => {
  expect(await run(...options)).toEqual({ output: `otc-dcs-emulator: ${message}\n`, code: 1 });
});
