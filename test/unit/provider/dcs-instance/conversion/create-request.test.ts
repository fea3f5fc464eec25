import { toCreateRequest, toModifyRequest } from "../../../../../provider/dcs-instance/conversion/create-request";
import { current, POLICY, seed, served, without, ZONES } from "../../../support/inputs";

const zoneIds = ZONES.slice(0, 2).map(({ id }) => id);
const plan = { begin_at: "00:00-01:00", period_type: "weekly", backup_at: [1, 3, 5] };
const policy = { save_days: 3, backup_type: "auto", periodical_backup_plan: plan };

describe("The create request", () => {
  test("of the specification's example equals it key for key", () => {
    expect(toCreateRequest(seed(), { productId: "OTC_DCS_MS", zoneIds })).toEqual({
      name: "dcs-a11e",
      description: "Create a instance",
      engine: "Redis",
      engine_version: "3.0",
      capacity: 2,
      password: "Blue_Kettle7",
      vpc_id: "27d99e17-42f2-4751-818f-5c8c6c03ff15",
      security_group_id: "1477393a-29c9-4de5-843f-18ef51257c7e",
      subnet_id: "ec2f34b9-20eb-4872-85bd-bea9fc943128",
      available_zones: zoneIds,
      product_id: "OTC_DCS_MS",
      instance_backup_policy: {
        save_days: 1,
        backup_type: "auto",
        periodical_backup_plan: { ...plan, backup_at: [1, 2, 3, 4, 5, 6, 7] },
      },
      maintain_begin: "22:00:00",
      maintain_end: "02:00:00",
    });
  });

  test.each<[string, object, object]>([
    ["says in a text that a password is needed", {}, { no_password_access: "false" }],
    ["says in a text that none is needed", { noPasswordAccess: true }, { no_password_access: "true" }],
    ["sends a fraction of a GB", { capacity: 0.125 }, { capacity: 0.125 }],
    ["sends a fixed address as a list", { privateIp: "192.168.0.7" }, { private_ips: ["192.168.0.7"] }],
    ["sends tags as pairs", { tags: { team: "shop" } }, { tags: [{ key: "team", value: "shop" }] }],
    [
      "sends a time zone",
      {
        instanceBackupPolicy: {
          ...POLICY,
          periodicalBackupPlan: { ...POLICY.periodicalBackupPlan, timezoneOffset: "GMT+01:00" },
        },
      },
      { instance_backup_policy: { ...policy, periodical_backup_plan: { ...plan, timezone_offset: "GMT+01:00" } } },
    ],
    ["sends the resolved zones and product, not what was typed", {}, { available_zones: zoneIds, product_id: "p-h" }],
  ])("of today %s", (_, patch, body) => {
    expect(toCreateRequest(current(patch), { productId: "p-h", zoneIds })).toMatchObject(body);
  });

  test("holds nothing that was not declared", () => {
    const body = toCreateRequest(without(current({ noPasswordAccess: true }), "password"), {
      productId: "p-h",
      zoneIds,
    });
    expect(Object.keys(body).sort()).toEqual(
      [
        "name",
        "engine",
        "engine_version",
        "capacity",
        "no_password_access",
        "vpc_id",
        "subnet_id",
        "available_zones",
        "product_id",
      ].sort(),
    );
  });
});

describe("The modify request", () => {
  test.each<
    [
      string,
      object,
      readonly ["name" | "description" | "maintainBegin" | "maintainEnd" | "securityGroupId" | "instanceBackupPolicy"],
      object,
    ]
  >([
    ["a new name", { name: "carts" }, ["name"], { name: "carts" }],
    ["an empty text for a description that was removed", {}, ["description"], { description: "" }],
    [
      "the whole window when one end changes",
      { maintainBegin: "22:00:00", maintainEnd: "02:00:00" },
      ["maintainEnd"],
      { maintain_begin: "22:00:00", maintain_end: "02:00:00" },
    ],
    [
      "the default window for one that was removed",
      {},
      ["maintainBegin"],
      { maintain_begin: "02:00:00", maintain_end: "06:00:00" },
    ],
    [
      "the whole backup policy",
      { instanceBackupPolicy: POLICY },
      ["instanceBackupPolicy"],
      { instance_backup_policy: policy },
    ],
  ])("holds %s", (_, patch, modified, body) => {
    expect(toModifyRequest(current(patch), modified, served())).toEqual(body);
  });

  test("turns a policy that was removed to manual and keeps its plan", () => {
    const instance = served({ instance_backup_policy: { policy } });
    expect(toModifyRequest(current(), ["instanceBackupPolicy"], instance)).toEqual({
      instance_backup_policy: { ...policy, backup_type: "manual" },
    });
  });

  test.each<[string, object]>([
    [
      "ids and times beside a bare policy",
      { backup_policy_id: "5b0e8a3e", created_at: "2024-01-15T08:35:00.120Z", ...policy },
    ],
    ["null for the time zone", { policy: { ...policy, periodical_backup_plan: { ...plan, timezone_offset: null } } }],
    [
      "texts for numbers",
      { policy: { ...policy, save_days: "3", periodical_backup_plan: { ...plan, backup_at: ["5", "3", "1"] } } },
    ],
  ])(
    "turns a removed policy to manual with nothing in it but what a request may hold, after an answer with %s",
    (_, answer) => {
      const instance = served({ instance_backup_policy: answer as never });
      expect(toModifyRequest(current(), ["instanceBackupPolicy"], instance)).toEqual({
        instance_backup_policy: { ...policy, backup_type: "manual" },
      });
    },
  );

  test("is empty when nothing changes", () => {
    expect(toModifyRequest(current(), [], served())).toEqual({});
  });
});
