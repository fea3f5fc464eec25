import type * as pulumi from "@pulumi/pulumi";
import { functionOf } from "../call";
import type { GetParameterTemplatesArgs, ParameterTemplate } from "../values/parameters";
import type { Inputs } from "../values/place";

const { plain, output } = functionOf<GetParameterTemplatesArgs, ParameterTemplate[]>(
  "getParameterTemplates",
  () => require("../work/region/get-parameter-templates") as typeof import("../work/region/get-parameter-templates"),
);

/**
 * Lists parameter templates, for the argument `templateId` of a new cache.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/template_management/querying_parameter_templates.html
 */
export const getParameterTemplates: (args: GetParameterTemplatesArgs) => Promise<ParameterTemplate[]> = plain;

/** {@link getParameterTemplates} with values that may come from resources. */
export const getParameterTemplatesOutput: (
  args: Inputs<GetParameterTemplatesArgs>,
) => pulumi.Output<ParameterTemplate[]> = output;
