import type { Emulator } from "../../../emulator";
import { type Answer, outside } from "./outside";

type Body = Answer["body"];

/** A cache that Terraform made: where it has it, what it ordered, and what its configuration declares beyond that. */
export interface Made {
  readonly address: string;
  readonly order: Readonly<Record<string, unknown>>;
  readonly whitelist?: {
    readonly enable: boolean;
    readonly groups: ReadonlyArray<{ group_name: string; ip_list: string[] }>;
  };
  readonly parameters?: Readonly<Record<string, string>>;
  readonly tls?: true;
  /** Attributes that the service does not answer, as the configuration has them. */
  readonly configured?: Readonly<Record<string, unknown>>;
}

const policyOf = (live: Body) => {
  const policy = live.instance_backup_policy?.policy;
  const { begin_at, period_type, backup_at } = policy?.periodical_backup_plan ?? {};
  const { backup_type, save_days } = policy ?? {};
  return policy ? [{ backup_type, save_days, begin_at, period_type, backup_at }] : [];
};

/** What both versions of Terraform's resource read alike. */
const common = (live: Body) => ({
  id: live.instance_id,
  capacity: live.capacity || Number(live.capacity_minor),
  ...Object.fromEntries(
    [
      "name",
      "description",
      "engine",
      "engine_version",
      "port",
      "status",
      "vpc_id",
      "vpc_name",
      "subnet_id",
      "subnet_name",
    ]
      .concat(["created_at", "used_memory", "max_memory", "user_id", "user_name", "maintain_begin", "maintain_end"])
      .map((name) => [name, live[name]]),
  ),
  tags: Object.fromEntries(live.tags.map(({ key, value }: Body) => [key, value])),
  timeouts: null,
});

const readAsV1 = (live: Body, whitelist: Body) => ({
  ...common(live),
  resource_spec_code: live.resource_spec_code,
  internal_version: live.internal_version,
  product_id: live.product_id,
  no_password_access: live.no_password_access,
  ip: live.ip,
  order_id: "",
  ...(live.engine_version === "3.0"
    ? { security_group_id: live.security_group_id, security_group_name: live.security_group_name, whitelist: [] }
    : { enable_whitelist: whitelist.enable_whitelist, whitelist: whitelist.whitelist }),
});

const readAsV2 = (live: Body, whitelist: Body) => ({
  ...common(live),
  region: "eu-de",
  flavor: live.spec_code,
  availability_zones: live.az_codes,
  security_group_id: live.security_group_id ?? "",
  private_ip: live.ip,
  ssl_enable: live.enable_ssl,
  cache_mode: live.cache_mode,
  replica_count: live.replica_count,
  sharding_count: live.sharding_count,
  cpu_type: live.cpu_type,
  product_type: live.product_type,
  subnet_cidr: live.subnet_cidr,
  transparent_client_ip_enable: false,
  access_user: "",
  template_id: null,
  bandwidth_info: [{ bandwidth: live.bandwidth_info.bandwidth, task_running: false }],
  backup_policy: policyOf(live),
  whitelist: whitelist.whitelist ?? [],
  // The resource writes `true` where there are no groups, whatever the service answers.
  enable_whitelist: whitelist.whitelist?.length > 0 ? whitelist.enable_whitelist : true,
});

async function until<T>(read: () => Promise<T>, ready: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await read();
    if (ready(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const done = ({ status, body }: Answer): Body => {
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body;
};

/** Makes a cache by the calls that Terraform's resource makes, and shows it as `terraform show -json` does. */
export async function madeByTerraform(dcs: Emulator, { address, order, ...more }: Made) {
  const type = /opentelekomcloud_\w+/.exec(address)?.[0] ?? "";
  const isV1 = type.endsWith("_v1");
  const v2 = await outside(dcs);
  const asked = isV1 ? await outside(dcs, "v1.0") : v2;
  const ordered = done(await asked("POST", "/instances", order));
  const id: string = ordered.instances?.[0]?.instance_id ?? ordered.instance_id;
  const read = async () => done(await asked("GET", `/instances/${id}`));
  const running = () => until(read, ({ status }) => status === "RUNNING");
  await running();
  if (more.whitelist) {
    const { enable, groups } = more.whitelist;
    done(await v2("PUT", `/instance/${id}/whitelist`, { enable_whitelist: enable, whitelist: groups }));
  }
  const parameters = await configure(v2, id, more.parameters ?? {});
  if (more.tls) done(await v2("PUT", `/instances/${id}/ssl`, { enabled: true }));
  const live = await until(running, ({ enable_ssl }) => !more.tls || enable_ssl);
  const whitelist = live.engine_version === "3.0" ? {} : done(await v2("GET", `/instance/${id}/whitelist`));
  const names = isV1
    ? {
        configuration: parameters.map(({ id, name, value }) => ({
          parameter_id: id,
          parameter_name: name,
          parameter_value: value,
        })),
      }
    : { parameters };
  const password = order.password ?? null;
  return {
    address,
    mode: "managed",
    type,
    name: address.split(".").at(-1)?.replace(/\[.*/, ""),
    provider_name: "registry.terraform.io/opentelekomcloud/opentelekomcloud",
    schema_version: 0,
    values: { ...(isV1 ? readAsV1 : readAsV2)(live, whitelist), ...names, password, ...more.configured },
    sensitive_values: { password: true, tags: {}, whitelist: [] },
  };
}

async function configure(
  call: Awaited<ReturnType<typeof outside>>,
  id: string,
  wanted: Readonly<Record<string, string>>,
) {
  if (Object.keys(wanted).length === 0) return [];
  const configs = `/instances/${id}/configs`;
  const offered = done(await call("GET", configs)).redis_config as Body[];
  const chosen = Object.entries(wanted).map(([name, value]) => {
    const { param_id } = offered.find((each) => each.param_name === name);
    return { param_id, param_name: name, param_value: value };
  });
  done(await call("PUT", configs, { redis_config: chosen }));
  await until(
    async () => done(await call("GET", configs)),
    ({ config_status }) => config_status === "SUCCESS",
  );
  return chosen.map(({ param_id: id, param_name: name, param_value: value }) => ({ id, name, value }));
}
