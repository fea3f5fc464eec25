import type { DcsClient } from "../client/dcs-client";
import { openClient } from "../client/open-client";
import { resolveSettings } from "../config/resolve";
import { type Settings, settingLabel } from "../config/settings/settings";
import { tell } from "../instance/tell";

/** Arguments of a resource that say where it is. */
export type Target = { readonly region?: string; readonly projectId?: string };

type StackConfig = { get(key: string): string | undefined };

let stackConfig: StackConfig = { get: () => undefined };

/** Keeps the stack's configuration for this process. Must neither wait nor throw: the runtime would go on without it. */
export function remember(config: StackConfig): void {
  stackConfig = config;
}

/** All keys of the stack's configuration, as far as the runtime lets them be seen. */
export const configKeys = (): string[] => Object.keys((stackConfig as { rawConfig?: object }).rawConfig ?? {});

let warned = false;

function warnOnce({ insecure, origins }: Settings): void {
  if (!insecure || warned) return;
  warned = true;
  const why = `${settingLabel("insecure")} is true (from ${origins.insecure})`;
  tell(
    `warning: certificates are not verified, so anybody in between can read the sign-in: ${why}; trust an authority by ${settingLabel("caCertFile")} instead`,
  );
}

/** The settings that hold for a resource, and everything that is wrong with them. */
export function configuration({ region, projectId }: Target) {
  const resolved = resolveSettings({
    stackConfig: (key) => stackConfig.get(key),
    env: process.env,
    target: { region, projectId },
  });
  warnOnce(resolved.settings);
  return resolved;
}

/** The DCS of the configured, or the resource's own, region and project. */
export function clientFor(target: Target): DcsClient {
  const { settings, problems } = configuration(target);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("; "));
  return openClient(settings);
}
