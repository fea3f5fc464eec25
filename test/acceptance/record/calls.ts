/** The words of the API's paths. Any other part of a path may be an id or a name, and is not written down. */
const WORDS: ReadonlySet<string> = new Set(
  [
    ["v1.0", "v2", "v3", "v3.0"],
    ["auth", "catalog", "domains", "OS-CREDENTIAL", "projects", "securitytokens", "tokens"],
    ["available-zones", "availableZones", "config-templates", "flavors", "maintain-windows", "products", "quota"],
    ["dcs", "groups", "instance", "instances", "instances-logical-nodes", "jobs", "statistic", "status"],
    ["action", "configs", "extend", "password", "reset", "resize", "tags", "whitelist"],
    ["backups", "links", "restores"],
    ["download", "ssl", "ssl-certs"],
  ].flat(),
);

const VERSION = /^\/v[123](\.0)?(\/|$)/;

/**
 * A call without what is particular about it: `GET /v1.0/{}/instances/{}?limit&start`. Links to files lead elsewhere, and
 * nothing of them is written down.
 */
export function callOf(method: string, target: string): string {
  const { pathname, searchParams } = new URL(target, "http://service");
  if (!VERSION.test(pathname)) return `${method} a file`;
  const path = pathname
    .split("/")
    .map((part) => (part === "" || WORDS.has(part) ? part : "{}"))
    .join("/");
  const query = [...new Set(searchParams.keys())].filter((name) => /^[a-z_]+$/i.test(name)).sort();
  return `${method} ${path}${query.length > 0 ? `?${query.join("&")}` : ""}`;
}
