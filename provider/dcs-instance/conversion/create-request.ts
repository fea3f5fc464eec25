import type { CreateInstanceRequest, Instance, ModifyInstanceRequest } from "../api/types";
import { INSTANCE_ARGUMENTS } from "../arguments/rows/instance-arguments";
import type { ArgumentName, InstanceInputs } from "../values/types";

/** What a create needs beyond the inputs: ids for names. */
export interface Resolved {
  readonly productId: string;
  readonly zoneIds: readonly string[];
  /** The same zones by code, as version 2 of the API wants them. */
  readonly zoneCodes: readonly string[];
}

/** Body of the create request: what is declared, with the names of the API. */
export function toCreateRequest(
  inputs: InstanceInputs,
  { productId, zoneIds }: Pick<Resolved, "productId" | "zoneIds">,
): CreateInstanceRequest {
  const parts = Object.values(INSTANCE_ARGUMENTS).map(({ toCreate }) => toCreate?.(inputs) ?? {});
  const body = Object.assign({ available_zones: [...zoneIds], product_id: productId }, ...parts);
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as never;
}

/** Body of the modify request for the given arguments. Empty if there is nothing to send. */
export function toModifyRequest(
  inputs: InstanceInputs,
  modified: readonly string[],
  live: Instance,
): ModifyInstanceRequest {
  return Object.assign(
    {},
    ...modified.map((name) => INSTANCE_ARGUMENTS[name as ArgumentName].toModify?.(inputs, live)),
  );
}
