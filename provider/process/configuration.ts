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
export const configuration = (run: Run, target: Target): Resolved =>
  run.shared(run, Configurations, () => new Configurations(run)).of(target);

type Resolved = ReturnType<typeof resolveSettings>;

/** The configuration of a run does not change: it is resolved once for each place. */
class Configurations {
  readonly #resolved = new Map<string, Resolved>();

  constructor(private readonly run: Run) {}

  of({ region, projectId }: Target): Resolved {
    const place = JSON.stringify([region, projectId]);
    const resolved = this.#resolved.get(place) ?? this.resolve({ region, projectId });
    this.#resolved.set(place, resolved);
    return resolved;
  }

  private resolve(target: Target): Resolved {
    const { run } = this;
    const { config } = run;
    const resolved = resolveSettings({
      stackConfig: (key) => config.get(key),
      configPlace: config.place,
      env: process.env,
      target,
    });
    if (resolved.settings.insecure) run.logOnce(insecureWarning(resolved.settings));
    return resolved;
  }
}

const insecureWarning = ({ origins }: Settings): string =>
  `warning: certificates are not verified, so anybody in between can read the sign-in: ${settingLabel("insecure")} is true (from ${origins.insecure}); trust an authority by ${settingLabel("caCertFile")} instead`;

/** Problems of the configuration that concern every resource. */
export const unknownKeyProblems = (run: Run): string[] =>
  unknownKeys(configKeys(run.config)).map(({ message }) => message);

/** The DCS of one project and region in one run. It leads to what the run knows. */
export interface RunClient extends DcsClient {
  readonly run: Run;
}

/** The DCS of the resource's region and project; where it names none, of the configured ones. */
export function connect(run: Run, target: Target): RunClient {
  const resolved = configuration(run, target);
  const { settings, problems } = resolved;
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("; "));
  return run.shared(resolved, Connection, () => new Connection(run.attach(openClient(settings)))).client;
}

/** The client of settings that are resolved already. */
class Connection {
  constructor(readonly client: RunClient) {}
}
