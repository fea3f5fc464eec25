import type { AvailableZone, Product } from "../api/types";
import type { InstanceInputs } from "../values/types";
import { findZone } from "../values/zones";

const NUMBER = new Intl.NumberFormat("en");

/** What the declaration comes to: specification, zones, and the limits of the size as far as the service lists them. */
export function chosenLine(
  { name, capacity, availableZones }: InstanceInputs,
  product: Product,
  zones: readonly AvailableZone[],
): string {
  const { max_clients, max_connections, max_bandwidth } =
    product.flavors?.find((size) => Number(size.capacity) === capacity)?.limits ?? {};
  const connections = max_clients ?? max_connections;
  const limits = [
    ...(connections ? [`${NUMBER.format(connections)} connections`] : []),
    ...(max_bandwidth ? [`${NUMBER.format(max_bandwidth)} Mbit/s`] : []),
  ];
  const codes = availableZones.map((zone) => findZone(zones, zone)?.code ?? zone);
  const chosen = `cache "${name}": ${product.spec_code ?? product.product_id} in ${codes.join(", ")}`;
  return limits.length === 0 ? chosen : `${chosen}: ${limits.join(", ")}`;
}
