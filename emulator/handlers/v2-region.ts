import { type Product, products } from "../catalogue/products";
import { zonesOf } from "../catalogue/zones";
import { type Answer, type Call, ok } from "../http/call";
import { regionOf } from "./instances";

export function listZonesV2(call: Call): Answer {
  const region = regionOf(call);
  const described = zonesOf(region).map(({ id, code, available }) => ({
    id,
    code,
    name: code,
    port: "8002",
    resource_availability: String(available),
  }));
  return ok({ region_id: region, available_zones: described });
}

const filters: Readonly<Record<string, (product: Product, wanted: string) => boolean>> = {
  spec_code: (product, wanted) => product.specCode === wanted,
  cache_mode: (product, wanted) => product.cacheMode === wanted,
  engine: (_, wanted) => wanted.toLowerCase() === "redis",
  engine_version: (product, wanted) => wanted.split(";").some((version) => product.engineVersions.includes(version)),
  cpu_type: (_, wanted) => wanted === "x86_64",
  capacity: (product, wanted) => product.capacities.includes(Number(wanted)),
};

export function listFlavors(call: Call): Answer {
  const found = products.filter((product) => {
    if (product.engineVersions.includes("3.0")) return false;
    return Object.entries(filters).every(([name, fits]) => {
      const wanted = call.query.get(name) ?? "";
      return wanted === "" || fits(product, wanted);
    });
  });
  const open = zonesOf(regionOf(call)).filter((zone) => zone.available);
  const flavors = found.map((product) => ({
    spec_code: product.specCode,
    cloud_service_type_code: "otc.service.type.dcs",
    cloud_resource_type_code: "otc.resource.type.dcs3",
    cache_mode: product.cacheMode,
    engine: "redis",
    engine_version: product.engineVersions.join(";"),
    product_type: "generic",
    cpu_type: "x86_64",
    storage_type: "DRAM",
    capacity: product.capacities.map(String),
    billing_mode: ["Hourly"],
    tenant_ip_count: 1,
    pricing_type: "tier",
    is_dec: false,
    attrs: [],
    flavors_available_zones: product.capacities.map((capacity) => ({
      capacity: String(capacity),
      unit: "GB",
      available_zones: open.map(({ id }) => id),
      az_codes: open.map(({ code }) => code),
    })),
  }));
  return ok({ flavors });
}
