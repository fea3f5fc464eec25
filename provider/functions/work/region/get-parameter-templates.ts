import { listTemplates } from "../../../dcs-instance/api/region/templates";
import { orNone } from "../../../dcs-instance/values/served";
import type { GetParameterTemplatesArgs, ParameterTemplate } from "../../values/parameters";
import type { Work } from "../carry-out";
import { OFFER_PROPERTIES } from "./offers";

const { cacheMode, engineVersion } = OFFER_PROPERTIES;

export const work: Work<GetParameterTemplatesArgs, ParameterTemplate[]> = {
  schema: {
    required: ["type"],
    properties: {
      type: { type: "string", enum: ["sys", "user"] },
      ...(cacheMode && engineVersion ? { cacheMode, engineVersion } : {}),
      name: { type: "string", minLength: 1, remedy: "use a part of the name" },
    },
  },
  look: async (dcs, args) =>
    (await listTemplates(dcs, args)).map((template) => ({
      id: template.template_id,
      name: template.name,
      type: orNone(template.type),
      engineVersion: orNone(template.engine_version),
      cacheMode: orNone(template.cache_mode),
      description: orNone(template.description),
    })),
};
