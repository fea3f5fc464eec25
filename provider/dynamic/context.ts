import { openClient } from "../api/open-client";
import type { Requester } from "../api/requester";
import { type ConfigProblem, resolveSettings } from "../config/resolve";

type Target = { readonly region?: string; readonly projectId?: string };

let stackConfig: (key: string) => string | undefined = () => undefined;

/** Keeps the stack's configuration for this process. Must neither wait nor throw: the runtime would go on without it. */
export function remember(get: (key: string) => string | undefined): void {
  stackConfig = get;
}

const resolved = ({ region, projectId }: Target) =>
  resolveSettings({ stackConfig, env: process.env, target: { region, projectId } });

export const configProblems = (target: Target): readonly ConfigProblem[] => resolved(target).problems;

export const settingsFor = (target: Target) => resolved(target).settings;

/** The DCS of the configured, or the resource's own, region and project. */
export function clientFor(target: Target): Requester {
  const { settings, problems } = resolved(target);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("; "));
  return openClient(settings);
}
