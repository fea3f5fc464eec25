import type * as pulumi from "@pulumi/pulumi";
import { functionOf } from "../call";
import type { Inputs } from "../values/place";
import type { Flavor, GetFlavorsArgs } from "../values/region";

const { plain, output } = functionOf<GetFlavorsArgs, Flavor[]>(
  "getFlavors",
  () => require("../work/region/get-flavors") as typeof import("../work/region/get-flavors"),
);

/**
 * Lists the sizes that can be had from Redis 4.0 on, with their limits and the zones that have them in stock, the smallest first.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/lifecycle_management/querying_product_flavors.html
 */
export const getFlavors = (args: GetFlavorsArgs = {}): Promise<Flavor[]> => plain(args);

/** {@link getFlavors} with values that may come from resources. */
export const getFlavorsOutput = (args: Inputs<GetFlavorsArgs> = {}): pulumi.Output<Flavor[]> => output(args);
