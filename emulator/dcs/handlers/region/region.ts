import { type Product, usableMemory } from "../../../catalogue/products";
import { maintenanceWindows } from "../../../catalogue/windows";
import { type Zone, zonesOf } from "../../../catalogue/zones";
import { type Answer, type Call, ok } from "../../../world/call/call";
import { projectOf, regionOf } from "../instances/instances";

export function listZones(call: Call): Answer {
  const region = regionOf(call);
  const described = zonesOf(region).map(({ id, code, available }) => ({
    id,
    code,
    name: code,
    port: "8002",
    resource_availability: String(available),
  }));
  return ok({ regionId: region, available_zones: described });
}

function details(product: Product, capacity: number) {
  return {
    capacity,
    max_memory: usableMemory(product, capacity) / 1024,
    max_connections: 10000,
    max_clients: 10000,
    max_bandwidth: 512,
    max_in_bandwidth: 42,
    tenant_ip_count: 1,
    sharding_num: 1,
    proxy_num: 0,
    db_number: 256,
  };
}

function describe(product: Product, open: readonly Zone[]) {
  const each = product.capacities.map((capacity) => details(product, capacity));
  const first = product.engineVersions[0] === "3.0";
  return {
    product_id: product.productId,
    spec_code: product.specCode,
    cache_mode: product.cacheMode,
    product_type: "generic",
    cpu_type: "x86_64",
    storage_type: "DRAM",
    engine: "redis",
    // What v1.0 can create: 7.0 came with v2.
    engine_versions: product.engineVersions.filter((version) => version !== "7.0").join(";"),
    spec_details: JSON.stringify([{ mem: product.capacities.join(",") }]),
    spec_details2: JSON.stringify(each),
    details: each[0],
    charging_type: "Hourly",
    price: 0,
    currency: "",
    prod_type: "instance",
    cloud_service_type_code: "otc.service.type.dcs",
    cloud_resource_type_code: first ? "otc.resource.type.dcs" : "otc.resource.type.dcs3",
    billing_factor: "Duration",
    flavors: product.capacities.map((capacity) => ({
      capacity: String(capacity),
      unit: "GB",
      available_zones: open.map(({ id }) => id),
      az_codes: open.map(({ code }) => code),
    })),
  };
}

export function listProducts(call: Call): Answer {
  const { catalogue } = call.world;
  const described = catalogue
    .products()
    .map((product) => describe(product, catalogue.zonesWith(product, regionOf(call))));
  return ok({ products: described });
}

export function listWindows(): Answer {
  return ok({ maintain_windows: maintenanceWindows });
}

export function readQuota(call: Call): Answer {
  const project = projectOf(call);
  const instances = call.world.instances.ofProject(project);
  const { instanceQuota: quota, memoryQuota } = call.world.catalogue.quota;
  const ram = call.world.instances.memoryOf(project);
  return ok({
    quotas: {
      resources: [
        { type: "instance", quota, used: instances.length, min: 1, max: quota, unit: null },
        { type: "ram", quota: memoryQuota, used: ram, min: 1, max: memoryQuota, unit: "GB" },
      ],
      resource_user: { tenant_id: project, tenant_name: call.scope?.name },
    },
  });
}
