import type * as pulumi from "@pulumi/pulumi";
import { functionOf } from "../call";
import type { Inputs } from "../values/place";
import type { GetQuotaArgs, Quota } from "../values/region";

const { plain, output } = functionOf<GetQuotaArgs, Quota>(
  "getQuota",
  () => require("../work/region/get-quota") as typeof import("../work/region/get-quota"),
);

/**
 * Reads how many caches and how much memory the project may use, and how much it uses.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/other_apis/querying_quotas.html
 */
export const getQuota = (args: GetQuotaArgs = {}): Promise<Quota> => plain(args);

/** {@link getQuota} with values that may come from resources. */
export const getQuotaOutput = (args: Inputs<GetQuotaArgs> = {}): pulumi.Output<Quota> => output(args);
