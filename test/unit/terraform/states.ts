export const PASSWORD = "Local/Kettle&7only";

/** A resource of version 2 as `terraform show -json` has it. */
export const v2 = (
  address = "opentelekomcloud_dcs_instance_v2.sessions",
  values: Readonly<Record<string, unknown>> = {},
  more: Readonly<Record<string, unknown>> = {},
) => ({
  address,
  mode: "managed",
  type: "opentelekomcloud_dcs_instance_v2",
  values: {
    // Each address is an instance of its own.
    id: `00000000-0000-4000-8000-${Buffer.from(address).toString("hex").slice(-12)}`,
    name: "sessions",
    engine: "Redis",
    engine_version: "6.0",
    capacity: 2,
    flavor: "redis.ha.xu1.large.r2.2",
    availability_zones: ["eu-de-01", "eu-de-02"],
    vpc_id: "5a0e1d3c-7b52-4c1e-9d0f-3f6b8a2c4e10",
    subnet_id: "c81f2b94-0d6a-4f37-8e25-71a9d4b3c5f6",
    password: PASSWORD,
    ...values,
  },
  sensitive_values: { password: true },
  ...more,
});

/** A resource of version 1. */
export const v1 = (
  address = "opentelekomcloud_dcs_instance_v1.carts",
  values: Readonly<Record<string, unknown>> = {},
) => {
  const { flavor: _, availability_zones, ...same } = v2(address).values;
  return {
    ...v2(address),
    type: "opentelekomcloud_dcs_instance_v1",
    values: {
      ...same,
      available_zones: availability_zones,
      product_id: "redis.ha.xu1.large.r2.2-h",
      no_password_access: "false",
      ...values,
    },
  };
};

/** A state with these resources in its root, and those of one child module. */
export const stateOf = (resources: readonly object[], child: readonly object[] = []): Record<string, unknown> => ({
  format_version: "1.0",
  terraform_version: "1.9.0",
  values: { root_module: { resources, child_modules: [{ resources: child }] } },
});
