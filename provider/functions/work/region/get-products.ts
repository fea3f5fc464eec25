import { products } from "../../../dcs-instance/api/region/catalogue";
import { capacitiesOf, versionsOf } from "../../../dcs-instance/conversion/offers";
import { parseProductCode } from "../../../dcs-instance/values/product-code";
import type { GetProductsArgs, Product } from "../../values/region";
import type { Work } from "../carry-out";
import { isFor, OFFER_PROPERTIES } from "./offers";

export const work: Work<GetProductsArgs, Product[]> = {
  schema: { properties: OFFER_PROPERTIES },
  look: async (dcs, { cacheMode, engineVersion, capacity }) =>
    (await products(dcs))
      .map((product) => ({
        productId: product.product_id,
        specCode: product.spec_code,
        cacheMode: product.cache_mode ?? undefined,
        engineVersions: versionsOf(product),
        capacities: capacitiesOf(product) ?? [],
        replicas: parseProductCode(product.spec_code ?? product.product_id).replicas,
      }))
      .filter((product) => isFor(product, { cacheMode, engineVersion }))
      .filter(({ capacities }) => capacity === undefined || capacities.includes(capacity)),
};
