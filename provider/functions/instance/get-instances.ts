import type * as pulumi from "@pulumi/pulumi";
import { functionOf } from "../call";
import type { GetInstancesArgs, InstanceSummary } from "../values/instances";
import type { Inputs } from "../values/place";

const { plain, output } = functionOf<GetInstancesArgs, InstanceSummary[]>(
  "getInstances",
  () => require("../work/instance/get-instances") as typeof import("../work/instance/get-instances"),
);

/**
 * Lists the caches of the project, failed ones included.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/lifecycle_management/querying_all_dcs_instances.html
 */
export const getInstances = (args: GetInstancesArgs = {}): Promise<InstanceSummary[]> => plain(args);

/** {@link getInstances} with values that may come from resources. */
export const getInstancesOutput = (args: Inputs<GetInstancesArgs> = {}): pulumi.Output<InstanceSummary[]> =>
  output(args);
