import type { DcsClient } from "../../../client/dcs-client";
import { listPages } from "../../../client/list-pages";
import { isObject } from "../../../http/exchange/json";

/** An entry of the list of parameter templates. */
export interface Template {
  template_id: string;
  name: string;
  type?: string | null;
  engine_version?: string | null;
  cache_mode?: string | null;
  description?: string | null;
}

export interface TemplateQuery {
  readonly type: string;
  readonly engineVersion?: string;
  readonly cacheMode?: string;
  readonly name?: string;
}

/**
 * Lists parameter templates.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/template_management/querying_parameter_templates.html
 */
export function listTemplates(
  dcs: DcsClient,
  { type, engineVersion, cacheMode, name }: TemplateQuery,
): Promise<Template[]> {
  const filters = { type, engine_version: engineVersion, cache_mode: cacheMode, name };
  const query = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  return listPages<Template>(dcs, {
    path: "/v2/{project_id}/config-templates",
    query,
    purpose: "list the parameter templates",
    entriesIn: (body) => (isObject(body) ? body.templates : undefined),
    totalIn: (body) => (isObject(body) ? (body.template_num as number | undefined) : undefined),
    otherwise: "the answer is no list of templates",
  });
}
