import type * as pulumi from "@pulumi/pulumi";
import { functionOf } from "../call";
import type { GetParametersArgs, Parameter } from "../values/parameters";
import type { Inputs } from "../values/place";

const { plain, output } = functionOf<GetParametersArgs, Parameter[]>(
  "getParameters",
  () => require("../work/instance/get-parameters") as typeof import("../work/instance/get-parameters"),
);

/**
 * Lists the parameters of a cache from Redis 4.0 on, with what each may be.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/parameter_management/querying_instance_parameters.html
 */
export const getParameters: (args: GetParametersArgs) => Promise<Parameter[]> = plain;

/** {@link getParameters} with values that may come from resources. */
export const getParametersOutput: (args: Inputs<GetParametersArgs>) => pulumi.Output<Parameter[]> = output;
