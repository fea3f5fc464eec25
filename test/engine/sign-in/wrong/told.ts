import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmulator } from "../../../../emulator";
import { ProviderProcess } from "../../../process/support/provider-process";
import { todays } from "../../support/programs";
import type { WrongSetUp } from "./row";

/** What the provider process made of a set-up, asked as `pulumi preview` asks it. */
export interface Told {
  readonly failures: readonly string[];
  readonly warnings: readonly string[];
  /** Calls that change something at DCS. */
  readonly modifying: number;
  /** The values that must not be seen, as the set-up had them. */
  readonly secrets: readonly string[];
}

const SECRET = /PASSWORD|SECRET|TOKEN|PASSCODE|password|secretKey|securityToken|token$|passcode/;

const packages = path.resolve(__dirname, "../../../../node_modules");

/** A program's directory with these files in it; it finds the package under test. */
function program(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), "dcs-sign-in-"));
  symlinkSync(packages, path.join(folder, "node_modules"));
  mkdirSync(path.join(folder, "home"));
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  return folder;
}

/** Without what differs from run to run. */
const steady = (text: string): string =>
  text.replace(/127\.0\.0\.1:\d+/g, "127.0.0.1:8443").replace(/request id [^,);]+/g, "request id ...");

export async function tellOf(row: WrongSetUp): Promise<Told> {
  const dcs = await startEmulator({ redis: false, ...row.service });
  const folder = program(row.files ?? {});
  const env = row.env(dcs);
  row.before?.(dcs);
  const config = row.config ?? {};
  const provider = await ProviderProcess.start({ HOME: path.join(folder, "home"), ...env }, config, folder);
  try {
    const { failures } = await provider.check({
      ...todays,
      name: "sessions-test",
      noPasswordAccess: true,
      ...row.target,
    });
    return {
      failures: failures.map(({ property, reason }) => steady(property === "" ? reason : `${property}: ${reason}`)),
      warnings: provider.output
        .split("\n")
        .filter((line) => line.startsWith("warning: "))
        .map(steady),
      modifying: dcs.journal.filter(({ method, path }) => method !== "GET" && !path.startsWith("/v3/")).length,
      secrets: [...Object.entries(env), ...Object.entries(config)]
        .filter(([name]) => SECRET.test(name))
        .map(([, value]) => value),
    };
  } finally {
    await provider.stop();
    await dcs.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
