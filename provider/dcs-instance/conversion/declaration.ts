import type { RunClient } from "../../process/configuration";
import type { Values } from "../../resource/describe/argument";
import { type InstanceRef, readParameters } from "../api/features/parameters";
import { INSTANCE_ARGUMENTS } from "../arguments/rows/instance-arguments";
import { isEmpty } from "../values/meanings";
import { asDeclared } from "../values/parameters/parameter-values";
import type { ArgumentName } from "../values/types";

/** The arguments that declare an existing instance: what it has beside the defaults. */
export async function declarationOf(dcs: RunClient, id: string, shown: Values, state: Values): Promise<Values> {
  const { availableZoneCodes: codes } = state;
  const all: Values = {
    ...shown,
    ...(isEmpty(codes) ? {} : { availableZones: codes }),
    ...(shown.parameters === undefined
      ? {}
      : { parameters: await ownParameters(dcs, { instance_id: id, engine_version: String(state.engineVersion) }) }),
  };
  return Object.fromEntries(
    Object.entries(all).filter(([name, value]) => !INSTANCE_ARGUMENTS[name as ArgumentName].implied?.(value, all)),
  );
}

/** The parameters that do not have their defaults. */
async function ownParameters(dcs: RunClient, instance: InstanceRef): Promise<Values> {
  const { redis_config: all } = await readParameters(dcs, instance);
  return asDeclared(
    all.filter(({ param_value, default_value }) => (param_value ?? "") !== (default_value ?? "")),
    {},
  );
}
