import type { Instance } from "../../../../../provider/dcs-instance/api/types";
import { toState } from "../../../../../provider/dcs-instance/conversion/state";
import type { InstanceInputs } from "../../../../../provider/dcs-instance/values/types";
import { current, POLICY, seed, served, without, ZONES } from "../../../support/inputs";
import { difference } from "../../../support/kit";
import { held } from "../../../support/states";

const PLAN = { begin_at: "00:00-01:00", period_type: "weekly", backup_at: [1, 3, 5], timezone_offset: null };

// The fact sheet's example of a 3.0 instance, as the service reads it back.
const servedSeed = (patch: object = {}): Instance =>
  served({
    name: "dcs-a11e",
    description: "Create a instance",
    engine_version: "3.0.7",
    product_id: "OTC_DCS_MS",
    resource_spec_code: "dcs.master_standby",
    security_group_id: seed().securityGroupId,
    maintain_begin: "22:00:00",
    maintain_end: "02:00:00",
    instance_backup_policy: {
      backup_policy_id: "5b0e8a3e-0a47-4b7e-9f0c-5d2f4c1b7e11",
      policy: {
        save_days: 1,
        backup_type: "auto",
        periodical_backup_plan: { ...PLAN, backup_at: [7, 6, 5, 4, 3, 2, 1] },
      },
    },
    ...patch,
  });

describe("The state of a cache", () => {
  test.each([
    [
      "zones as codes while the catalogue cannot be asked",
      { available_zones: ["eu-de-01", "eu-de-02"], az_codes: null },
    ],
    ["null for what the service does not fill in", { no_password_access: null, tags: null }],
    ["an empty text for an absent id", { publicip_id: "", enterprise_project_id: "" }],
    ["no key for a mandatory argument", { vpc_id: undefined, subnet_id: undefined, engine: undefined }],
    ["a tag of the service's own", { tags: [{ key: "_sys_owner", value: "service" }] }],
  ])("shows no difference to its declaration for %s", (_, answer) => {
    const declared = current({ availableZones: ZONES.slice(0, 2).map(({ id }) => id) });
    const state = toState(declared, served(answer as Partial<Instance>));
    const { modified, replaced } = difference(state, declared, held(declared));
    expect([...modified, ...replaced]).toEqual([]);
  });

  test.each<[string, object]>([
    ["no plan", { save_days: 3, backup_type: "manual" }],
    ["no time to keep", { backup_type: "manual", periodical_backup_plan: PLAN }],
  ])("shows no difference for a manual policy that is answered with %s", (_, policy) => {
    const declared = current({ instanceBackupPolicy: { ...POLICY, backupType: "manual" } });
    const state = toState(declared, served({ instance_backup_policy: { policy } as never }), ZONES);
    expect(difference(state, declared, held(declared))).toMatchObject({
      modified: [],
      replaced: [],
    });
  });

  test.each<[string, object, InstanceInputs, string]>([
    ["3.0", { product_id: "00301-30112-0--0", resource_spec_code: "dcs.master_standby" }, seed(), "OTC_DCS_MS"],
    ["today", { product_id: null, spec_code: null }, current(), "redis.ha.xu1.large.r2.2-h"],
  ])(
    "of %s knows its product by the specification where the service answers a number or none",
    (_, answer, declared, product) => {
      const instance = served({ ...answer } as never);
      expect(toState({}, instance, ZONES)).toMatchObject({ productId: product });
      expect(toState(declared, instance, ZONES)).toMatchObject({ productId: product });
    },
  );

  test("of 3.0 read back keeps every argument as the program writes it", () => {
    expect(toState(seed(), servedSeed(), ZONES)).toMatchObject(seed());
  });

  test("holds where to connect, what runs there and since when", () => {
    expect(toState(current(), served(), ZONES)).toMatchObject({
      status: "RUNNING",
      ip: "192.168.10.21",
      endpoint: "192.168.10.21:6379",
      resourceSpecCode: "redis.ha.xu1.large.r2.2",
      availableZoneIds: [ZONES[0]?.id, ZONES[1]?.id],
      availableZoneCodes: ["eu-de-01", "eu-de-02"],
      createdAt: "2024-01-15T08:30:00.297Z",
    });
  });

  test("holds nothing undefined or null, as the engine cannot keep that", () => {
    const outputs = toState(current({ description: undefined }), served({ ip: null, port: null }), ZONES);
    expect(Object.values(outputs).filter((value) => value === undefined || value === null)).toEqual([]);
    expect(outputs).not.toHaveProperty("endpoint");
  });

  test.each<[string, object, object]>([
    ["an eighth of a GB", { capacity: 0, capacity_minor: ".125" }, { capacity: 0.125 }],
    ["a whole capacity", { capacity: 8, capacity_minor: null }, { capacity: 8 }],
    ["a port in a text", { port: "6380" }, { port: 6380 }],
    ["the first of several addresses as the endpoint", { ip: "10.0.0.1,10.0.0.2" }, { endpoint: "10.0.0.1:6379" }],
    ["password-free access", { no_password_access: "true" }, { noPasswordAccess: true }],
    ["the older spelling of the domain name", { domainName: "redis.local" }, { domainName: "redis.local" }],
    [
      "the mode of a 3.0 product",
      { cache_mode: undefined, resource_spec_code: "dcs.cluster" },
      { cacheMode: "cluster" },
    ],
    ["the mode in a spec code", { cache_mode: null }, { cacheMode: "ha" }],
    ["tags", { tags: [{ key: "team", value: "shop" }, { key: "bare" }] }, { tags: { team: "shop", bare: "" } }],
  ])("reads %s", (_, answer, outputs) => {
    expect(toState({}, served(answer), ZONES)).toMatchObject(outputs);
  });

  test.each<[string, object]>([
    [
      "wrapped, as the service answers it",
      { policy: { save_days: 3, backup_type: "auto", periodical_backup_plan: PLAN } },
    ],
    ["bare, as the 2020 edition documents it", { save_days: 3, backup_type: "auto", periodical_backup_plan: PLAN }],
    [
      "with weekdays in texts",
      {
        policy: { save_days: 3, backup_type: "auto", periodical_backup_plan: { ...PLAN, backup_at: ["5", "1", "3"] } },
      },
    ],
  ])("reads a backup policy %s", (_, instance_backup_policy) => {
    expect(toState({}, served({ instance_backup_policy }), ZONES).instanceBackupPolicy).toEqual(POLICY);
  });

  test.each<[string, object, string[]]>([
    ["ids only", { az_codes: undefined }, ["eu-de-01", "eu-de-02"]],
    ["codes only", { available_zones: ["eu-de-01", "eu-de-02"], az_codes: undefined }, ["eu-de-01", "eu-de-02"]],
  ])("knows zones by id and by code when the service answers %s", (_, answer, codes) => {
    expect(toState({}, served(answer), ZONES)).toMatchObject({
      availableZoneIds: [ZONES[0]?.id, ZONES[1]?.id],
      availableZoneCodes: codes,
    });
  });

  test("keeps what the service never answers", () => {
    const renameCommands = { keys: "k" };
    expect(toState(current({ renameCommands }), served(), ZONES)).toMatchObject({
      password: "Blue_Kettle7",
      renameCommands,
    });
  });

  test("keeps the declared capacity while the service returns none", () => {
    const creating = served({ status: "CREATING", capacity: 0, capacity_minor: null });
    expect(toState(current(), creating, ZONES).capacity).toBe(2);
  });

  test("keeps a vendor number that was declared, whatever the specification says", () => {
    const instance = served({ product_id: "00301-30112-0--0", resource_spec_code: "dcs.master_standby" });
    expect(toState(seed({ productId: "00301-30112-0--0" }), instance, ZONES).productId).toBe("00301-30112-0--0");
  });

  test("ignores a vendor product number when no specification shows which product it is", () => {
    const instance = served({ product_id: "00301-30112-0--0", spec_code: null, resource_spec_code: null });
    expect(toState({}, instance, ZONES)).not.toHaveProperty("productId");
  });
});

describe("A change outside of Pulumi shows as drift of", () => {
  test.each<[string, object, unknown]>([
    ["description", { description: "changed" }, "changed"],
    ["name", { name: "renamed" }, "renamed"],
    ["capacity", { capacity: 4 }, 4],
    ["maintainBegin", { maintain_begin: "22:00:00" }, "22:00:00"],
    ["port", { port: 6380 }, 6380],
    ["cacheMode", { cache_mode: "single" }, "single"],
    ["availableZones", { available_zones: [ZONES[0]?.id], az_codes: ["eu-de-01"] }, [ZONES[0]?.id]],
  ])("%s", (property, answer, value) => {
    const declared = current({
      description: "cart store",
      maintainBegin: "02:00:00",
      maintainEnd: "06:00:00",
      port: 6379,
    });
    expect(toState(declared, served({ description: "cart store", ...answer }), ZONES)).toHaveProperty(property, value);
  });
});

test("A cache read by its id alone has every argument the service knows", () => {
  const outputs = toState({}, served(), ZONES);
  const unseen = ["password", "cacheMode", "availableZones"];
  expect(outputs).toMatchObject(without(current(), ...unseen));
  expect(outputs.availableZones).toEqual([ZONES[0]?.id, ZONES[1]?.id]);
});
