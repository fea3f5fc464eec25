import { readParameters } from "../../../dcs-instance/api/features/parameters";
import { readInstance } from "../../../dcs-instance/api/instances";
import { uuid } from "../../../dcs-instance/arguments/row/instance-argument";
import { orNone } from "../../../dcs-instance/values/served";
import type { GetParametersArgs, Parameter } from "../../values/parameters";
import type { Work } from "../carry-out";

export const work: Work<GetParametersArgs, Parameter[]> = {
  schema: {
    required: ["instanceId"],
    properties: { instanceId: uuid("id of the cache", "in a program `cache.id`") },
  },
  look: async (dcs, { instanceId }) =>
    (await readParameters(dcs, await readInstance(dcs, instanceId))).redis_config.map((entry) => ({
      name: entry.param_name,
      value: entry.param_value ?? "",
      defaultValue: entry.default_value ?? "",
      type: orNone(entry.value_type),
      range: orNone(entry.value_range),
    })),
};
