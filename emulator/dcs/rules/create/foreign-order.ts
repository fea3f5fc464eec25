import { LiveCatalogue } from "../../../catalogue/live";
import { defaults } from "../../../service/options";
import { isUnset, type JsonObject } from "../../../service/values";
import { account } from "../../../world/accounts/account";
import type { CreateOrder } from "../../../world/records/create-order";
import { checkCreate } from "./create";

const network = {
  vpc_id: "27d99e17-42f2-4751-818f-5c8c6c03ff15",
  subnet_id: "ec2f34b9-20eb-4872-85bd-bea9fc943128",
};

/** The order of a small cache, for whatever `fields` leave open; the service's own rules apply. */
export function foreignOrder(fields: JsonObject): CreateOrder {
  const product = isUnset(fields.spec_code) ? { product_id: "redis.single.xu1.large.1-h" } : {};
  const order = {
    engine: "Redis",
    engine_version: "6.0",
    capacity: 1,
    available_zones: ["ae04cf9d61544df3806a3feeb401b204"],
    no_password_access: String(isUnset(fields.password)),
    ...network,
    ...product,
    ...fields,
  };
  return checkCreate(order, { catalogue: new LiveCatalogue(defaults), region: account.region, generation: "v2" });
}
