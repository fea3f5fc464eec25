import { templates } from "../../../catalogue/templates";
import { ServiceError } from "../../../service/errors";
import { type Answer, type Call, ok } from "../../../world/call/call";

/** Parameter templates: those of the system, and none of the user's own. */
export function listTemplates({ query }: Call): Answer {
  const type = query.get("type") ?? "";
  if (type !== "sys" && type !== "user") throw new ServiceError(4062, "type");
  const fits = (name: string, value: string) => [null, "", value].includes(query.get(name));
  const found = templates
    .filter(({ engineVersion }) => type === "sys" && fits("engine_version", engineVersion))
    .filter(({ cacheMode }) => fits("cache_mode", cacheMode))
    .map(({ id, engineVersion, cacheMode }) => ({
      template_id: id,
      name: `Default-Redis-${engineVersion}-${cacheMode}-generic-DRAM`,
      type: "sys",
      engine: "Redis",
      engine_version: engineVersion,
      cache_mode: cacheMode,
      product_type: "generic",
      storage_type: "DRAM",
      description: null,
    }))
    .filter(({ name }) => name.includes(query.get("name") ?? ""));
  const offset = Number(query.get("offset") ?? 0);
  const limit = Number(query.get("limit") ?? 10);
  return ok({ template_num: found.length, templates: found.slice(offset, offset + limit) });
}
