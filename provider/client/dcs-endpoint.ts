import type { CatalogueEntry } from "../auth/credentials/authenticator";
import type { Settings } from "../config/settings/settings";
import { settingLabel } from "../config/settings/settings";

const TYPE = "dcsv1";

/** Base URL of DCS: as configured, else from the token's catalogue, else the region's default. */
export function dcsEndpoint(settings: Settings, catalogue: readonly CatalogueEntry[]): string {
  if (settings.dcsEndpoint !== undefined) return settings.dcsEndpoint;
  const offered = catalogue
    .filter(({ type }) => type === TYPE)
    .flatMap(({ endpoints }) => endpoints ?? [])
    .filter((endpoint) => endpoint.url !== undefined && (endpoint.interface ?? "public") === "public");
  const regionOf = (endpoint: (typeof offered)[number]) => endpoint.region ?? endpoint.region_id;
  const ours = offered.find((endpoint) => [settings.region, "*", undefined].includes(regionOf(endpoint)));
  if (ours?.url) return ours.url.replace(/\/v\d+(\.\d+)?(\/.*)?$/, "").replace(/\/+$/, "");
  if (offered.length > 0) {
    const regions = [...new Set(offered.map(regionOf))].join(", ");
    const origin = settings.origins.region ?? "the project's name";
    throw new Error(
      `${settingLabel("region")} is ${JSON.stringify(settings.region)} (from ${origin}), but the account's catalogue offers DCS in ${regions}: set the region to one of these, or ${settingLabel("dcsEndpoint")}`,
    );
  }
  return `https://dcs.${settings.region}.otc.t-systems.com`;
}
