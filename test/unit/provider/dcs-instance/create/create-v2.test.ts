import { offerFindings } from "../../../../../provider/dcs-instance/preview/catalogue-checks";
import type { InstanceInputs } from "../../../../../provider/dcs-instance/values/types";
import { lostAnswer, none } from "../../../support/answers";
import { LIST, READ } from "../../../support/calls";
import { current, ID, served, without, ZONES } from "../../../support/inputs";
import { create, validate } from "../../../support/kit";
import { scripted } from "../../../support/scripted";
import { tellTimeOurselves, within } from "../../../support/time";

const POST_V2 = "POST /v2/{project_id}/instances";
const FLAVORS = "GET /v2/{project_id}/flavors";

const flavor = (spec_code: string, cache_mode: string, engine_version: string, ...capacity: string[]) => ({
  spec_code,
  cache_mode,
  engine_version,
  capacity,
  product_type: "generic",
  cpu_type: "x86_64",
});
const flavors = [
  flavor("redis.ha.xu1.large.r3.2", "ha", "4.0;5.0;6.0;7.0", "2"),
  flavor("redis.ha.xu1.large.r2.2", "ha", "4.0;5.0;6.0;7.0", "2"),
  flavor("redis.ha.xu1.large.p2.2", "ha_rw_split", "4.0;5.0;6.0", "2"),
];

const seven = (patch: object = {}): InstanceInputs => current({ engineVersion: "7.0", ...patch });
const ordered = { instances: [{ instance_id: ID, instance_name: "sessions" }] };
const service = (version: string, answer: object = ordered) =>
  scripted({
    [LIST]: [none, { instances: [served()], instance_num: 1 }],
    [FLAVORS]: [{ flavors }],
    [POST_V2]: [answer],
    [READ]: [served({ engine_version: version })],
  });
const ordering = (dcs: ReturnType<typeof scripted>, inputs: InstanceInputs) => within(200_000, create(dcs, inputs));

const network = { vpc_id: current().vpcId, subnet_id: current().subnetId };

tellTimeOurselves();

test("A cache of 7.0 is ordered by version 2: zones by code, the product by its specification, one address", async () => {
  const dcs = service("7.0");
  const inputs = seven({ privateIp: "192.168.10.21", port: 6379, tags: { team: "shop" } });
  const { id, state } = await ordering(dcs, inputs);
  expect(id).toBe(ID);
  expect(state).toMatchObject({ engineVersion: "7.0", productId: "redis.ha.xu1.large.r2.2-h", cacheMode: "ha" });
  expect(dcs.changes).toEqual([
    [
      POST_V2,
      {
        name: "sessions",
        engine: "Redis",
        engine_version: "7.0",
        capacity: 2,
        password: "Blue_Kettle7",
        no_password_access: false,
        ...network,
        spec_code: "redis.ha.xu1.large.r2.2",
        az_codes: ["eu-de-01", "eu-de-02"],
        private_ip: "192.168.10.21",
        port: 6379,
        tags: [{ key: "team", value: "shop" }],
      },
    ],
  ]);
});

test("Zones that are declared by id are ordered by code", async () => {
  const dcs = service("7.0");
  await ordering(dcs, seven({ availableZones: ZONES.slice(0, 2).map(({ id }) => id) }));
  expect(dcs.changes[0]?.[1]).toMatchObject({ az_codes: ["eu-de-01", "eu-de-02"] });
});

test("A parameter template takes a cache of 6.0 through version 2", async () => {
  const dcs = service("6.0");
  const { state } = await ordering(dcs, current({ templateId: "16" }));
  expect(dcs.changes[0]?.[1]).toMatchObject({ engine_version: "6.0", template_id: "16", no_password_access: false });
  expect(state).toMatchObject({ templateId: "16" });
});

test("An order by version 2 whose answer was lost is found by its name, and not sent again", async () => {
  const dcs = service("7.0", lostAnswer("POST"));
  expect((await ordering(dcs, seven())).id).toBe(ID);
  expect(dcs.changes).toHaveLength(1);
});

test("The catalogue of version 2 is read once in a run", async () => {
  const dcs = service("7.0");
  const look = async () => (await offerFindings(dcs, seven(), "create")).failures;
  expect([...(await look()), ...(await look())]).toEqual([]);
  expect(dcs.calls.filter((call) => call === FLAVORS)).toHaveLength(1);
  expect((await offerFindings(dcs, seven({ capacity: 4 }), "create")).failures).toEqual([
    { property: "capacity", reason: "ha 7.0 with 4 GB is not offered; 2 is" },
  ]);
});

test("7.0 has the modes single, ha and cluster, and passwords of up to 32 characters", () => {
  expect(validate(seven())).toEqual([]);
  expect(validate(seven({ cacheMode: "cluster", capacity: 4 }))).toEqual([]);
  expect(validate(seven({ cacheMode: "proxy", capacity: 4 })).map(({ property }) => property)).toEqual(["cacheMode"]);
  expect(validate(seven({ cacheMode: "ha_rw_split" })).map(({ property }) => property)).toEqual(["cacheMode"]);
  expect(validate(seven({ password: `Blue_Kettle7${"x".repeat(21)}` })).map(({ property }) => property)).toEqual([
    "password",
  ]);
  const byProduct = (productId: string) => validate({ ...without(seven(), "cacheMode"), productId });
  expect(byProduct("redis.ha.xu1.large.r2.2-h")).toEqual([]);
  expect(byProduct("redis.ha.xu1.large.p2.2-h").map(({ property }) => property)).toEqual(["productId"]);
});

test("Read/write splitting has sizes from 1 to 64 GB from 4.0 to 6.0", () => {
  const split = (capacity: number) => validate(current({ cacheMode: "ha_rw_split", capacity }));
  for (const capacity of [1, 2, 4, 8, 16, 32, 64]) expect(split(capacity)).toEqual([]);
  for (const capacity of [0.5, 24, 48, 96])
    expect(split(capacity).map(({ property }) => property)).toContain("capacity");
});

test("A template is named by its number or its UUID", () => {
  expect(validate(current({ templateId: "11" }))).toEqual([]);
  expect(validate(current({ templateId: current().vpcId }))).toEqual([]);
  expect(validate(current({ templateId: "Default-Redis" }))).toEqual([
    { property: "templateId", reason: expect.stringContaining("use the id of a parameter template") },
  ]);
});
