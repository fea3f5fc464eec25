import { templates } from "../../../catalogue/templates";
import { ServiceError } from "../../../service/errors";
import { isUnset } from "../../../service/values";
import type { CreateOrder } from "../../../world/records/create-order";

/** The parameter template of an order must exist, and be for its version and mode. */
export function checkTemplate(value: unknown, { version, product }: CreateOrder): void {
  if (isUnset(value)) return;
  const template = templates.find(({ id }) => id === value);
  const fits = template?.engineVersion === version.engineVersion && template.cacheMode === product.cacheMode;
  if (!fits) throw new ServiceError(4063, "template_id");
}
