import { figuresOf } from "../../../catalogue/figures";
import type { Product } from "../../../catalogue/products";
import type { Zone } from "../../../catalogue/zones";
import { type Answer, type Call, ok } from "../../../world/call/call";
import { regionOf } from "../instances/instances";

const filters: Readonly<Record<string, (product: Product, wanted: string) => boolean>> = {
  spec_code: (product, wanted) => product.specCode === wanted,
  cache_mode: (product, wanted) => product.cacheMode === wanted,
  engine: (_, wanted) => wanted.toLowerCase() === "redis",
  engine_version: (product, wanted) => wanted.split(";").some((version) => product.engineVersions.includes(version)),
  cpu_type: (_, wanted) => wanted === "x86_64",
  capacity: (product, wanted) => product.capacities.includes(Number(wanted)),
};

/** Everything in here is a text, numbers too. */
function attributes(product: Product, gb: number) {
  const { shards, proxies, databases, connections, maxConnections, bandwidth } = figuresOf(product, gb);
  const values = {
    sharding_num: shards,
    proxy_num: proxies,
    db_number: databases,
    max_memory: gb,
    max_connections: maxConnections,
    max_clients: connections,
    max_bandwidth: bandwidth,
    max_in_bandwidth: bandwidth,
  };
  return Object.entries(values).map(([name, value]) => ({ capacity: String(gb), name, value: String(value) }));
}

function describe(product: Product, open: readonly Zone[]) {
  const { capacities, specCode } = product;
  return {
    spec_code: specCode,
    cloud_service_type_code: "otc.service.type.dcs",
    cloud_resource_type_code: "otc.resource.type.dcs3",
    cache_mode: product.cacheMode,
    engine: "redis",
    engine_version: product.engineVersions.join(";"),
    product_type: "generic",
    cpu_type: "x86_64",
    storage_type: "DRAM",
    capacity: capacities.map(String),
    billing_mode: ["Hourly"],
    tenant_ip_count: figuresOf(product, capacities[0] ?? 0).addresses,
    pricing_type: "normal",
    is_dec: false,
    replica_count: product.replicas,
    inquery_spec_code: specCode,
    billing_factor: "Duration",
    attrs: capacities.flatMap((gb) => attributes(product, gb)),
    flavors_available_zones: capacities.map((capacity) => ({
      capacity: String(capacity),
      unit: "GB",
      available_zones: open.map(({ id }) => id),
      az_codes: open.map(({ code }) => code),
    })),
  };
}

/** What v2 can create: everything but 3.0, which is no longer sold. */
export function listFlavors(call: Call): Answer {
  const { catalogue } = call.world;
  const region = regionOf(call);
  const found = catalogue.products().filter((product) => {
    if (product.engineVersions.includes("3.0")) return false;
    return Object.entries(filters).every(([name, fits]) => {
      const wanted = call.query.get(name) ?? "";
      return wanted === "" || fits(product, wanted);
    });
  });
  return ok({ flavors: found.map((product) => describe(product, catalogue.zonesWith(product, region))) });
}
