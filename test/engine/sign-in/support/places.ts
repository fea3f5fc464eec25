import { writeFileSync } from "node:fs";
import path from "node:path";
import type { ConfigMap } from "@pulumi/pulumi/automation";
import { rowOf } from "../../../../provider/config/settings/settings";
import { entriesOf, isSecret, type SettingTexts } from "./settings";

/** What a stack is given. */
export interface Given {
  readonly env: Readonly<Record<string, string>>;
  readonly config: ConfigMap;
}

/** A place where settings are kept; files are written into `folder`. */
export type Place = (settings: SettingTexts, folder: string) => Given;

const stackConfig: Place = (settings) => ({
  env: {},
  config: Object.fromEntries(
    entriesOf(settings).map(([name, value]) => [`otc:${name}`, { value, secret: isSecret(name) }]),
  ),
});

const environment: Place = (settings) => ({
  env: Object.fromEntries(entriesOf(settings).map(([name, value]) => [rowOf(name).env[0] as string, value])),
  config: {},
});

type Tree = { [key: string]: string | Tree };

/** An entry with these settings, each under its own key. */
function entryOf(settings: SettingTexts): Tree {
  const entry: Tree = {};
  for (const [name, value] of entriesOf(settings)) {
    const [key = ""] = rowOf(name).clouds ?? [];
    const keys = key.split(".");
    const last = keys.pop() as string;
    let part = entry;
    for (const step of keys) {
      part[step] ??= {};
      part = part[step] as Tree;
    }
    part[last] = value;
  }
  return entry;
}

const having = (settings: SettingTexts, secret: boolean): SettingTexts =>
  Object.fromEntries(entriesOf(settings).filter(([name]) => isSecret(name) === secret));

/** The secrets are in secure.yaml beside it. JSON is YAML, too. */
const cloudsYaml: Place = (settings, folder) => {
  const file = path.join(folder, "clouds.yaml");
  const write = (to: string, secret: boolean) =>
    writeFileSync(to, JSON.stringify({ clouds: { shop: entryOf(having(settings, secret)) } }));
  write(file, false);
  write(path.join(folder, "secure.yaml"), true);
  return { env: { OS_CLIENT_CONFIG_FILE: file, OS_CLOUD: "shop" }, config: {} };
};

export const PLACES: Readonly<Record<string, Place>> = {
  "the stack's config": stackConfig,
  "the environment": environment,
  "clouds.yaml": cloudsYaml,
};
