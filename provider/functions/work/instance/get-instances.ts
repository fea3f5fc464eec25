import { type InstanceEntry, listInstancesV2 } from "../../../dcs-instance/api/instances-v2";
import { capacityOf, endpointOf, orNone } from "../../../dcs-instance/values/served";
import type { GetInstancesArgs, InstanceSummary } from "../../values/instances";
import type { Work } from "../carry-out";

const tagsOf = ({ tags }: InstanceEntry): Record<string, string> =>
  Object.fromEntries((tags ?? []).map(({ key, value }) => [key, value ?? ""]));

const describe = (entry: InstanceEntry): InstanceSummary => ({
  id: entry.instance_id,
  name: entry.name,
  status: entry.status,
  engineVersion: orNone(entry.engine_version),
  cacheMode: orNone(entry.cache_mode),
  specCode: orNone(entry.spec_code),
  capacity: capacityOf(entry) || undefined,
  endpoint: endpointOf(entry),
  vpcId: orNone(entry.vpc_id),
  subnetId: orNone(entry.subnet_id),
  createdAt: orNone(entry.created_at),
  tags: tagsOf(entry),
});

const text = (remedy: string) => ({ type: "string", minLength: 1, remedy });

export const work: Work<GetInstancesArgs, InstanceSummary[]> = {
  schema: {
    properties: {
      name: text("use the name of a cache"),
      status: text('use a status such as "RUNNING"'),
      tags: { type: "object", additionalProperties: { type: "string" } },
    },
  },
  async look(dcs, { name, status, tags = {} }) {
    const wanted = Object.entries(tags);
    const query = {
      include_failure: true,
      ...(name === undefined ? {} : { name }),
      ...(status === undefined ? {} : { status }),
      ...(wanted.length === 0
        ? {}
        : { tags: wanted.map(([key, value]) => (value === "" ? key : `${key}=${value}`)).join(",") }),
    };
    // An edition that ignores a filter returns more.
    return (await listInstancesV2(dcs, query))
      .map(describe)
      .filter((found) => name === undefined || found.name === name)
      .filter((found) => status === undefined || found.status.toUpperCase() === status.toUpperCase())
      .filter((found) =>
        wanted.every(([key, value]) => key in found.tags && (value === "" || found.tags[key] === value)),
      );
  },
};
