import { ServiceError } from "../service/errors";
import type { Product } from "./products";
import { type Zone, zoneById, zonesOf } from "./zones";

/** What an order asks for. */
interface Asked {
  readonly product: Product;
  readonly zoneIds: readonly string[];
}

/** How much a project may hold. */
export interface Quota {
  readonly instances: number;
  /** GB of all instances together. */
  readonly memory: number;
}

/** What the service sells at the moment: the catalogue without what was taken out of it, and the stock of each zone. */
export class Offering {
  readonly #withdrawn = new Set<string>();
  readonly #soldOut = new Map<string, Set<string>>();

  constructor(public quota: Quota) {}

  /** Takes a product out of the catalogue. Instances of it stay. */
  withdraw(specCode: string): void {
    this.#withdrawn.add(specCode);
  }

  /** Lets a zone, named by its code, have no more instances of a product. */
  sellOut(specCode: string, zoneCode: string): void {
    this.#soldOut.set(specCode, (this.#soldOut.get(specCode) ?? new Set()).add(zoneCode));
  }

  sells = ({ specCode }: Product): boolean => !this.#withdrawn.has(specCode);

  /** Zones of a region that have a product in stock. */
  zonesWith = ({ specCode }: Product, region: string): Zone[] =>
    zonesOf(region).filter((zone) => this.#isInStock(specCode, zone));

  /** @throws if an order asks for what is not sold. */
  admit({ product, zoneIds }: Asked): void {
    if (!this.sells(product)) throw new ServiceError(4009);
    const zones = zoneIds.flatMap((id) => zoneById.get(id) ?? []);
    if (!zones.every((zone) => this.#isInStock(product.specCode, zone))) throw new ServiceError(4054);
  }

  #isInStock(specCode: string, { available, code }: Zone): boolean {
    return available && !this.#soldOut.get(specCode)?.has(code);
  }
}
