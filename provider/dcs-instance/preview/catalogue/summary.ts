import { ofSize } from "../../api/region/flavors";
import type { Product } from "../../api/types";
import { codeOfOrder } from "./foreseen";

const counted = (value: string | number | undefined): string | undefined =>
  Number(value) > 0 ? Number(value).toLocaleString("en-US") : undefined;

/** What of a size the catalogue shows besides its memory. */
function figuresOf({ attrs }: Product, capacity: number): string[] {
  const figure = (name: string) =>
    counted(ofSize(attrs, capacity).find((each) => each.name === name)?.value ?? undefined);
  const connections = figure("max_clients") ?? figure("max_connections");
  const bandwidth = figure("max_bandwidth");
  return [
    ...(connections === undefined ? [] : [`${connections} connections`]),
    ...(bandwidth === undefined ? [] : [`${bandwidth} Mbit/s`]),
  ];
}

/** One line about what a new cache will be: product, zones and figures. */
export function summaryOf(name: string, product: Product, capacity: number, zones: readonly string[]): string {
  const place = zones.length > 0 ? ` in ${zones.join(", ")}` : "";
  const figures = figuresOf(product, capacity).join(", ");
  return `${name}: ${codeOfOrder(product)}${place}${figures && `: ${figures}`}`;
}
