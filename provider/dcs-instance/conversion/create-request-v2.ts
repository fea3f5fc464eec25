import type { CreateInstanceV2Request } from "../api/change/create-v2";
import { EDITION_7, editionOf } from "../values/editions";
import { specCodeOf } from "../values/product-code";
import type { InstanceInputs } from "../values/types";
import { type Resolved, toCreateRequest } from "./create-request";

/** True if only version 2 of the API can create it: version 1.0 stops at 6.0 and knows no templates. */
export const isCreatedByV2 = ({ engineVersion, templateId }: Partial<InstanceInputs>): boolean =>
  templateId !== undefined || (engineVersion !== undefined && editionOf(engineVersion) === EDITION_7);

/** Body of the create request of version 2: zones by code, one address, the product by its specification. */
export function toCreateRequestV2(inputs: InstanceInputs, resolved: Resolved): CreateInstanceV2Request {
  const { available_zones, product_id, private_ips, no_password_access, ...same } = toCreateRequest(inputs, resolved);
  return {
    ...same,
    spec_code: specCodeOf(product_id),
    az_codes: [...resolved.zoneCodes],
    ...(private_ips?.[0] === undefined ? {} : { private_ip: private_ips[0] }),
    no_password_access: no_password_access === "true",
  };
}
