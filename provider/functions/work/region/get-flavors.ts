import { type Flavor as Listed, listFlavors, ofSize } from "../../../dcs-instance/api/region/flavors";
import { versionsOf } from "../../../dcs-instance/conversion/offers";
import { orNone } from "../../../dcs-instance/values/served";
import type { Flavor, GetFlavorsArgs } from "../../values/region";
import type { Work } from "../carry-out";
import { isFor, OFFER_PROPERTIES } from "./offers";

const numberIn = (value: string | number | null | undefined): number | undefined =>
  orNone(value) === undefined || Number.isNaN(Number(value)) ? undefined : Number(value);

/** One entry per size: some services list a flavor once for many sizes. */
function sizesOf(listed: Listed): Array<Flavor & { readonly zoneIds: readonly string[] }> {
  const {
    spec_code: specCode,
    cache_mode,
    engine_version,
    capacity,
    replica_count,
    attrs,
    flavors_available_zones,
  } = listed;
  return (capacity ?? []).map((size) => {
    const attribute = (wanted: string) => numberIn(ofSize(attrs, size).find(({ name }) => name === wanted)?.value);
    const stock = ofSize(flavors_available_zones, size);
    return {
      specCode,
      cacheMode: orNone(cache_mode),
      engineVersions: versionsOf({ engine_versions: engine_version }),
      capacity: Number(size),
      replicas: numberIn(replica_count),
      shards: attribute("sharding_num"),
      maxConnections: attribute("max_clients") ?? attribute("max_connections"),
      maxBandwidth: attribute("max_bandwidth"),
      availableZones: [...new Set(stock.flatMap(({ az_codes }) => az_codes ?? []))],
      zoneIds: stock.flatMap(({ available_zones }) => available_zones ?? []),
    };
  });
}

export const work: Work<GetFlavorsArgs, Flavor[]> = {
  schema: {
    properties: {
      ...OFFER_PROPERTIES,
      zone: { type: "string", minLength: 1, remedy: 'use the code or the id of a zone, such as "eu-de-01"' },
      replicas: { type: "integer", minimum: 1, maximum: 6, remedy: "use 1 to 6 nodes per shard" },
    },
  },
  async look(dcs, { cacheMode, engineVersion, capacity, zone, replicas }) {
    return (await listFlavors(dcs))
      .flatMap(sizesOf)
      .filter((flavor) => isFor(flavor, { cacheMode, engineVersion }))
      .filter((flavor) => capacity === undefined || flavor.capacity === capacity)
      .filter((flavor) => replicas === undefined || flavor.replicas === replicas)
      .filter(({ availableZones, zoneIds }) => zone === undefined || [...availableZones, ...zoneIds].includes(zone))
      .map(({ zoneIds: _, ...flavor }) => flavor)
      .sort((a, b) => a.capacity - b.capacity || a.specCode.localeCompare(b.specCode));
  },
};
