import type { Collected } from "../choice/collect";
import type { ConfigProblem } from "../settings/problem";
import { isRegion, REGIONS } from "../settings/regions";
import { type SettingName, settingLabel } from "../settings/settings";
import { nearest } from "../words/nearest";

/** The allowed regions, and what allows only these. */
export interface RegionLimit {
  readonly names: readonly string[];
  readonly where: string;
}

/** A project name begins with its region: `eu-de`, `eu-de_shop`. */
const regionOfProject = (name: string): string | undefined => name.split("_")[0];

/** A host of the cloud contains its region: `iam.eu-de.otc.t-systems.com`. */
const regionOfUrl = (url: string): string | undefined =>
  URL.canParse(url) ? new URL(url).hostname.split(".").find(isRegion) : undefined;

/** Settings whose value contains a region. */
const BOUND: ReadonlyArray<{
  readonly name: SettingName;
  readonly words: string;
  readonly regionIn: (value: string) => string | undefined;
  readonly remedy: (region: string) => string;
}> = [
  {
    name: "projectName",
    words: "the project",
    regionIn: regionOfProject,
    remedy: (region) => `set a project of ${region}`,
  },
  {
    name: "authUrl",
    words: "the address of IAM",
    regionIn: regionOfUrl,
    remedy: (region) => `remove it (the address for ${region} is known)`,
  },
  {
    name: "dcsEndpoint",
    words: "the address of DCS",
    regionIn: regionOfUrl,
    remedy: (region) => `remove it (the address for ${region} is known)`,
  },
];

/** Values that belong to another region than the given one. */
function misplaced(collected: Collected, region: string, seen: string): ConfigProblem[] {
  return BOUND.flatMap(({ name, words, regionIn, remedy }) => {
    const found = collected[name];
    const of = found && regionIn(found.value);
    if (!found || !isRegion(of) || of === region) return [];
    const message = `${seen}, but ${words} ${JSON.stringify(found.value)} of ${settingLabel(name)} (from ${found.origin}) belongs to ${of}: ${remedy(region)}, or set the region to ${of}`;
    return [{ setting: "otc:region", message }];
  });
}

/** The region in the project's name, or the only region of the entry in clouds.yaml. */
function derivedRegion({ projectName }: Collected, limits: RegionLimit | undefined): string | undefined {
  const ofProject = projectName && regionOfProject(projectName.value);
  if (isRegion(ofProject)) return ofProject;
  return limits?.names.length === 1 ? limits.names[0] : undefined;
}

/** The region: as given, or derived from another setting. */
export function regionOf(
  collected: Collected,
  looked: string,
  limits?: RegionLimit,
): { region: string; problems: ConfigProblem[] } {
  const setting = "otc:region";
  const { region: given, authUrl } = collected;
  const region = given?.value ?? derivedRegion(collected, limits);
  if (!region) {
    const known = (limits?.names ?? REGIONS).join(" or ");
    const message = `no region: set ${settingLabel("region")} to ${known}, or name a project that begins with it; looked in ${looked}`;
    return { region: "", problems: [{ setting, message }] };
  }
  const seen = given
    ? `${settingLabel("region")} is ${JSON.stringify(region)} (from ${given.origin})`
    : `the region is ${JSON.stringify(region)}`;
  // With an explicit address any region is allowed: another cloud region, or a local service.
  if (!isRegion(region) && !authUrl) {
    const meant = nearest(region, REGIONS);
    const remedy = meant ? `did you mean ${meant}? ` : `for another region set ${settingLabel("authUrl")} as well; `;
    const message = `${seen}, which is not a known region: ${remedy}the known regions are ${REGIONS.join(", ")}`;
    return { region, problems: [{ setting, message }] };
  }
  if (limits && !limits.names.includes(region)) {
    const message = `${seen}, which is not among the ${limits.where}: set it to ${limits.names.join(" or ")}, or add it there`;
    return { region, problems: [{ setting, message }] };
  }
  return { region, problems: misplaced(collected, region, seen) };
}
