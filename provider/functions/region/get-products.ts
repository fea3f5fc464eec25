import type * as pulumi from "@pulumi/pulumi";
import { functionOf } from "../call";
import type { Inputs } from "../values/place";
import type { GetProductsArgs, Product } from "../values/region";

const { plain, output } = functionOf<GetProductsArgs, Product[]>(
  "getProducts",
  () => require("../work/region/get-products") as typeof import("../work/region/get-products"),
);

/**
 * Lists the products that can be ordered, for the argument `productId`. From 4.0, {@link getFlavors} knows more.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/other_apis/querying_service_specifications.html
 */
export const getProducts = (args: GetProductsArgs = {}): Promise<Product[]> => plain(args);

/** {@link getProducts} with values that may come from resources. */
export const getProductsOutput = (args: Inputs<GetProductsArgs> = {}): pulumi.Output<Product[]> => output(args);
