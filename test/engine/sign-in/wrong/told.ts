import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmulator } from "../../../../emulator";
import { resolveSettings } from "../../../../provider/config/resolve";
import { ProviderProcess } from "../../../process/support/provider-process";
import { todays } from "../../support/programs";
import { isSecret, settingsOf } from "../support/settings";
import type { Texts, WrongSetUp } from "./row";

/** What came of a set-up. */
export interface Told {
  /** Lines of failures, and of warnings. */
  readonly failures: readonly string[];
  readonly warnings: readonly string[];
  /** Calls that change something at DCS. */
  readonly modifying: number;
  /** Secrets of the set-up, which must not be in the lines. */
  readonly secrets: readonly string[];
}

const packages = path.resolve(__dirname, "../../../../node_modules");

/** A program's directory with these files in it, from which the package under test is found; `home` is in it. */
function program(files: Texts): { readonly cwd: string; readonly home: string } {
  const cwd = mkdtempSync(path.join(tmpdir(), "dcs-sign-in-"));
  const home = path.join(cwd, "home");
  symlinkSync(packages, path.join(cwd, "node_modules"));
  mkdirSync(home);
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(cwd, name), content);
  return { cwd, home };
}

/** Without what differs from run to run. */
const steady = (text: string): string =>
  text.replace(/127\.0\.0\.1:\d+/g, "127.0.0.1:8443").replace(/request id [^,);]+/g, "request id ...");

function secretsOf(env: Texts, config: Texts): string[] {
  const ofStack = Object.fromEntries(Object.entries(config).map(([key, value]) => [key.replace("otc:", ""), value]));
  return [settingsOf(env), ofStack].flatMap((settings) =>
    Object.entries(settings).flatMap(([name, value]) => (isSecret(name as never) ? [value] : [])),
  );
}

/** Has the provider process check a cache, as preview does. */
export async function checked({ files = {}, config = {}, target, ...row }: WrongSetUp): Promise<Told> {
  const dcs = await startEmulator({ redis: false, ...row.service });
  const { cwd, home } = program(files);
  const env = await row.env(dcs);
  await row.before?.(dcs, env);
  const provider = await ProviderProcess.start({ ...env, HOME: home }, config, cwd);
  try {
    const cache = { ...todays, name: "sessions-test", noPasswordAccess: true, whitelist: [], ...target };
    const { failures } = await provider.check(cache);
    const warnings = provider.output.split("\n").filter((line) => line.startsWith("warning: "));
    return {
      failures: failures.map(({ property, reason }) => steady(property === "" ? reason : `${property}: ${reason}`)),
      warnings: warnings.map(steady),
      modifying: dcs.journal.filter(({ method, path }) => method !== "GET" && path.includes("/instances")).length,
      secrets: secretsOf(env, config),
    };
  } finally {
    await provider.stop();
    await dcs.close();
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** Resolves the settings alone: the same lines without a process, of set-ups that no service is asked about. */
export async function resolved({ files = {}, config = {}, target = {}, env: envOf }: WrongSetUp): Promise<Told> {
  const { cwd, home } = program(files);
  const env = await envOf({} as never);
  const { problems } = resolveSettings({ stackConfig: (key) => config[key], env, target, cwd, home });
  rmSync(cwd, { recursive: true, force: true });
  return {
    failures: problems.map(({ message }) => steady(message)),
    warnings: [],
    modifying: 0,
    secrets: secretsOf(env, config),
  };
}
