import { type Product, products } from "./products";
import { type Zone, zonesOf } from "./zones";

/** What is sold and what a project may hold. Every field that is given replaces what was there. */
export interface CatalogueState {
  /** Specifications that are no longer sold. Instances of them go on. Default: none. */
  readonly gone: readonly string[];
  /** Specifications that are sold under another code: the usual one, and the new one. Default: none. */
  readonly renamed: Readonly<Record<string, string>>;
  /** What a zone, by its code, has no more of; without specifications it is all. Default: nothing. */
  readonly soldOut: ReadonlyArray<{ readonly zone: string; readonly specCodes?: readonly string[] }>;
  /** How many instances a project may hold. */
  readonly instanceQuota: number;
  /** How many GB of memory a project may hold. */
  readonly memoryQuota: number;
}

type Quota = Pick<CatalogueState, "instanceQuota" | "memoryQuota">;

/** The catalogue as it is today. */
export class LiveCatalogue {
  #now: CatalogueState;

  constructor({ instanceQuota, memoryQuota }: Quota) {
    this.#now = { gone: [], renamed: {}, soldOut: [], instanceQuota, memoryQuota };
  }

  change(changes: Partial<CatalogueState>): void {
    this.#now = { ...this.#now, ...changes };
  }

  get quota(): Quota {
    return this.#now;
  }

  products(): readonly Product[] {
    const { gone, renamed } = this.#now;
    if (gone.length === 0 && Object.keys(renamed).length === 0) return products;
    return products
      .filter(({ specCode }) => !gone.includes(specCode))
      .map((product) => {
        const specCode = renamed[product.specCode];
        return specCode === undefined ? product : { ...product, specCode, productId: `${specCode}-h` };
      });
  }

  /** The zones of a region that have a product in stock. */
  zonesWith({ specCode }: Product, region: string): Zone[] {
    const isOut = (code: string) =>
      this.#now.soldOut.some(({ zone, specCodes }) => zone === code && (specCodes?.includes(specCode) ?? true));
    return zonesOf(region).filter(({ available, code }) => available && !isOut(code));
  }
}
