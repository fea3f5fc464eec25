import type { ConfigProblem } from "../settings/problem";
import { REGIONS } from "../settings/regions";
import { settingLabel } from "../settings/settings";
import { AUTH_TYPES, type Found, type Source } from "../settings/sources";
import { nearest } from "../words/nearest";
import { isMapping, type Mapping, readClouds, UnusableFile } from "./document";
import { cloudSource, type Layer, misshapen, regionsOf, textIn } from "./entry";
import { cloudsFile, displayPath, FOLDERS, type Places, secureFile } from "./files";

/** What clouds.yaml contributes. */
export interface Clouds {
  readonly source?: Source;
  readonly problems: readonly ConfigProblem[];
  /** As in "looked in ...". */
  readonly looked: string;
  /** What to do if nothing else says how to sign in. */
  readonly hint?: string;
  /** The entry asks for an unknown way to sign in. It is a problem only if no higher source signs in. */
  readonly unsupported?: ConfigProblem;
  /** Regions the entry is limited to. */
  readonly regions?: { readonly names: readonly string[]; readonly where: string };
}

const setting = "otc:cloud";

const failed = (message: string, looked: string): Clouds => ({ problems: [{ setting, message }], looked });

const quoted = (names: readonly string[]): string => names.map((name) => JSON.stringify(name)).join(", ");

/** The vendor profile of this cloud stands for its IAM and its regions; both are known here. */
const PROFILES: ReadonlyMap<string, readonly string[]> = new Map([["otc", REGIONS]]);

function profileProblems(layers: readonly Layer[]): string[] {
  const profile = textIn(layers, "profile") ?? textIn(layers, "cloud");
  if (!profile || PROFILES.has(profile.value) || textIn(layers, "auth.auth_url")) return [];
  return [
    `${profile.origin} is ${JSON.stringify(profile.value)}, which is not known: set it to otc, or set auth.auth_url`,
  ];
}

function unsupportedType(layers: readonly Layer[]): ConfigProblem | undefined {
  const type = textIn(layers, "auth_type");
  if (!type || AUTH_TYPES.has(type.value.toLowerCase())) return undefined;
  const message = `${type.origin} is ${JSON.stringify(type.value)}, which is not supported: set it to token, password or aksk`;
  return { setting, message };
}

function chosen(entry: Mapping, name: string, file: string, places: Places): Clouds {
  const where = `cloud ${JSON.stringify(name)} in ${displayPath(file, places)}`;
  const layers: Layer[] = [{ entry, where }];
  const looked = where;
  const secure = secureFile(file, places);
  if (secure) {
    try {
      const secrets = readClouds(secure.file)[name];
      const path = displayPath(secure.file, places);
      if (isMapping(secrets)) layers.unshift({ entry: secrets, where: `cloud ${JSON.stringify(name)} in ${path}` });
    } catch (error) {
      if (!(error instanceof UnusableFile)) throw error;
      const by = secure.variable ? `, named by ${secure.variable},` : "";
      return failed(`${displayPath(secure.file, places)}${by} ${error.message}: correct it or remove it`, looked);
    }
  }
  const wrong = [...misshapen(layers), ...profileProblems(layers)];
  const listed = regionsOf(layers);
  const profile = (textIn(layers, "profile") ?? textIn(layers, "cloud"))?.value ?? "";
  const names = listed ?? PROFILES.get(profile);
  return {
    source: cloudSource(layers, where),
    problems: wrong.map((message) => ({ setting, message })),
    looked,
    unsupported: unsupportedType(layers),
    regions: names && names.length > 0 ? { names, where: `${listed ? "regions" : "profile"} of ${where}` } : undefined,
  };
}

/**
 * The entry of clouds.yaml that `cloud` names, or the only entry if no name is given.
 * Messages show of the file's content only names of entries, profiles and types of sign-in.
 */
export function chooseCloud(cloud: Found | undefined, places: Places): Clouds {
  const located = cloudsFile(places);
  const asked = cloud && `${settingLabel("cloud")} is ${JSON.stringify(cloud.value)} (from ${cloud.origin})`;
  if (!located) {
    const looked = `clouds.yaml (none in ${FOLDERS})`;
    if (!asked) return { problems: [], looked };
    return failed(
      `${asked}, but there is no clouds.yaml in ${FOLDERS}: put it there, or name its place in OS_CLIENT_CONFIG_FILE`,
      looked,
    );
  }
  const path = displayPath(located.file, places);
  let clouds: Mapping;
  try {
    clouds = readClouds(located.file);
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    const by = located.variable ? `, named by ${located.variable} in the environment,` : "";
    return failed(
      `${path}${by} ${error.message}${asked ? ` (${asked})` : ""}: correct it${by ? " or the variable" : ""}`,
      path,
    );
  }
  const names = Object.keys(clouds);
  if (!cloud && names.length !== 1) {
    const hint =
      names.length > 0 ? `${path} holds ${quoted(names)}: choose one with ${settingLabel("cloud")}` : undefined;
    return { problems: [], looked: path, hint };
  }
  const name = cloud?.value ?? (names[0] as string);
  const entry = Object.hasOwn(clouds, name) ? clouds[name] : undefined;
  if (isMapping(entry)) return chosen(entry, name, located.file, places);
  if (entry !== undefined)
    return failed(`cloud ${JSON.stringify(name)} in ${path} must be a mapping of settings`, path);
  const meant = nearest(name, names);
  const remedy = meant ? `did you mean ${JSON.stringify(meant)}?` : "name one of these, or add it;";
  return failed(`${asked}, which is not in ${path}: ${remedy} it holds ${quoted(names) || "none"}`, path);
}
