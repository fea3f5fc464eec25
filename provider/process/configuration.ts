import type { DcsClient } from "../client/dcs-client";
import { openClient } from "../client/open-client";
import { resolveSettings } from "../config/resolve";
import { type Settings, settingLabel } from "../config/settings/settings";
import { unknownKeys } from "../config/unknown-keys";
import type { Run } from "./run";
import { configKeys } from "./stack-config";

/** Arguments of a resource that say where it is. */
export type Target = { readonly region?: string; readonly projectId?: string };

/** The settings that hold for a resource, and everything that is wrong with them. */
export function configuration(run: Run, { region, projectId }: Target) {
  const resolved = resolveSettings({
    stackConfig: (key) => run.config.get(key),
    env: process.env,
    target: { region, projectId },
  });
  if (resolved.settings.insecure) run.logOnce(insecureWarning(resolved.settings));
  return resolved;
}

const insecureWarning = ({ origins }: Settings): string =>
  `warning: certificates are not verified, so anybody in between can read the sign-in: ${settingLabel("insecure")} is true (from ${origins.insecure}); trust an authority by ${settingLabel("caCertFile")} instead`;

/** Problems of the configuration that concern every resource. */
export const misspeltKeys = (run: Run): string[] => unknownKeys(configKeys(run.config)).map(({ message }) => message);

/** The DCS of one project and region in one run. It leads to what the run knows. */
export interface RunClient extends DcsClient {
  readonly run: Run;
}

/** The DCS of the resource's region and project; where it names none, of the configured ones. */
export function connect(run: Run, target: Target): RunClient {
  const { settings, problems } = configuration(run, target);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("; "));
  return run.attach(openClient(settings));
}
