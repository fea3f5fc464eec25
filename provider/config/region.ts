import { nearest } from "./near";
import type { ConfigProblem } from "./problem";
import { spelled } from "./settings";
import type { Collected } from "./values";

/** Regions whose addresses are known. Reference: "Regions and Endpoints" of Open Telekom Cloud. */
export const REGIONS = ["eu-de", "eu-nl"] as const;

const isKnown = (region: string): boolean => REGIONS.some((known) => known === region);

/** Project names begin with their region: `eu-de`, `eu-de_shop`. */
const regionOfProject = (name: string | undefined): string | undefined => {
  const region = name?.split("_")[0];
  return region !== undefined && isKnown(region) ? region : undefined;
};

/** The region, given or told by the project's name. */
export function regionOf(collected: Collected, looked: string): { region: string; problems: ConfigProblem[] } {
  const setting = "otc:region";
  const { region: given, projectName, authUrl } = collected;
  const ofProject = regionOfProject(projectName?.value);
  if (!given) {
    if (ofProject) return { region: ofProject, problems: [] };
    const message = `no region: set ${spelled("region")} to ${REGIONS.join(" or ")}, or name a project that begins with it; looked in ${looked}`;
    return { region: "", problems: [{ setting, message }] };
  }
  const region = given.value;
  const seen = `${spelled("region")} is ${JSON.stringify(region)} (from ${given.origin})`;
  // An address given in full is an answer of its own: other regions, or a local service.
  if (!isKnown(region) && !authUrl) {
    const meant = nearest(region, REGIONS);
    const remedy = meant ? `did you mean ${meant}? ` : `for another region set ${spelled("authUrl")} as well; `;
    const message = `${seen}, which is not a known region: ${remedy}known are ${REGIONS.join(", ")}`;
    return { region, problems: [{ setting, message }] };
  }
  if (ofProject && ofProject !== region) {
    const message = `${seen}, but the project ${JSON.stringify(projectName?.value)} (from ${projectName?.origin}) belongs to ${ofProject}: set a project of ${region}, or the region to ${ofProject}`;
    return { region, problems: [{ setting, message }] };
  }
  return { region, problems: [] };
}
