import type { DcsClient } from "../../../client/dcs-client";
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

type Page = { readonly templates?: Template[] | null; readonly template_num?: number };

const PAGE = 1000;

/**
 * Lists parameter templates.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/template_management/querying_parameter_templates.html
 */
export async function listTemplates(
  dcs: DcsClient,
  { type, engineVersion, cacheMode, name }: TemplateQuery,
): Promise<Template[]> {
  const filters = { type, engine_version: engineVersion, cache_mode: cacheMode, name };
  const query = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  const found: Template[] = [];
  for (;;) {
    const page = await dcs.request<Page>({
      method: "GET",
      path: "/v2/{project_id}/config-templates",
      query: { ...query, offset: found.length, limit: PAGE },
      purpose: "list the parameter templates",
      expects: {
        holds: (body) => isObject(body) && Array.isArray(body.templates),
        otherwise: "the answer is no list of templates",
      },
    });
    const entries = page.templates ?? [];
    found.push(...entries);
    if (entries.length === 0 || found.length >= (page.template_num ?? 0)) return found;
  }
}
