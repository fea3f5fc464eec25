import type { InstanceInputs, InstanceOutputs } from "../../../../../provider/dcs-instance/values/types";
import { busy, lostAnswer, none, notFound, refused, wordless404 } from "../../../support/answers";
import { EXTEND, LIST, PASSWORD, PUT, READ, RESET, RESIZE, TAGS } from "../../../support/calls";
import { current, ID, POLICY, served } from "../../../support/inputs";
import { update } from "../../../support/kit";
import { scripted } from "../../../support/scripted";
import { held } from "../../../support/states";
import { tellTimeOurselves, within } from "../../../support/time";

const NEW_PASSWORD = "Green_Kettle8";
const OLD_PASSWORD = current().password as string;

const size = (capacity: number) => ({
  capacity,
  product_id: `redis.ha.xu1.large.r2.${capacity}-h`,
  spec_code: `redis.ha.xu1.large.r2.${capacity}`,
  resource_spec_code: `redis.ha.xu1.large.r2.${capacity}`,
});
const PRODUCTS = [1, 2, 4, 8].map((capacity) => ({
  product_id: `redis.ha.xu1.large.r2.${capacity}-h`,
  spec_code: `redis.ha.xu1.large.r2.${capacity}`,
  cache_mode: "ha",
  flavors: [{ capacity: String(capacity) }],
}));
const SOLD = { "GET /v1.0/products": [{ products: PRODUCTS }] };

const stored = (patch: object = {}) => ({ ...current(patch), status: "RUNNING" }) as InstanceOutputs;
const change = (dcs: ReturnType<typeof scripted>, declared: InstanceInputs, state = stored()) =>
  within(200_000, update(dcs, ID, state, declared, held(state)));

tellTimeOurselves();

describe("More capacity", () => {
  test("is a resize to the specification of the new size, waited for until the instance has it", async () => {
    const dcs = scripted({
      ...SOLD,
      [READ]: [served(size(2)), served(size(2)), served({ ...size(2), status: "EXTENDING" }), served(size(4))],
      [LIST]: [none],
      [RESIZE]: [undefined],
    });
    const outputs = await change(dcs, current({ capacity: 4 }));
    expect(outputs).toMatchObject({ capacity: 4, productId: "redis.ha.xu1.large.r2.4-h", status: "RUNNING" });
    expect(dcs.changes).toEqual([
      [RESIZE, { spec_code: "redis.ha.xu1.large.r2.4", new_capacity: 4, execute_immediately: true }],
    ]);
  });

  test("is an extension on a service that has no resize", async () => {
    const dcs = scripted({
      ...SOLD,
      [READ]: [served(size(2)), served(size(2)), served(size(4))],
      [LIST]: [none],
      [RESIZE]: [wordless404()],
      [EXTEND]: [undefined],
    });
    expect(await change(dcs, current({ capacity: 4 }))).toMatchObject({ capacity: 4 });
    expect(dcs.changes.at(-1)).toEqual([EXTEND, { new_capacity: 4, spec_code: "redis.ha.xu1.large.r2.4" }]);
  });

  test("of a 7.0 cache takes its size from the catalogue of version 2", async () => {
    const seven = { engine_version: "7.0" };
    const dcs = scripted({
      "GET /v2/{project_id}/flavors": [
        {
          flavors: [2, 4].map((capacity) => ({
            spec_code: `redis.ha.xu1.large.r2.${capacity}`,
            cache_mode: "ha",
            engine_version: "7.0",
            capacity: [String(capacity)],
          })),
        },
      ],
      [READ]: [served({ ...size(2), ...seven }), served({ ...size(2), ...seven }), served({ ...size(4), ...seven })],
      [LIST]: [none],
      [RESIZE]: [undefined],
    });
    const declared = current({ engineVersion: "7.0", capacity: 4 });
    expect(await change(dcs, declared, stored({ engineVersion: "7.0" }))).toMatchObject({ capacity: 4 });
  });

  test("may show a moment after a long resize is over", async () => {
    const extending = served({ ...size(2), status: "EXTENDING" });
    const dcs = scripted({
      ...SOLD,
      [READ]: [
        served(size(2)),
        ...Array.from({ length: 110 }, () => extending),
        served(size(2)),
        served(size(2)),
        served(size(4)),
      ],
      [LIST]: [none],
      [RESIZE]: [undefined],
    });
    expect(await change(dcs, current({ capacity: 4 }))).toMatchObject({ capacity: 4 });
    expect(dcs.changes).toHaveLength(1);
  });

  test("of a 3.0 cache is asked for without a specification", async () => {
    const first = { engine_version: "3.0.7", product_id: "OTC_DCS_MS", resource_spec_code: "dcs.master_standby" };
    const declared = current({ engineVersion: "3.0", capacity: 4 });
    const dcs = scripted({ [READ]: [served(first), served({ ...first, capacity: 4 })], [EXTEND]: [undefined] });
    await change(dcs, declared, stored({ engineVersion: "3.0" }));
    expect(dcs.changes).toEqual([[EXTEND, { new_capacity: 4 }]]);
  });

  test("that an interrupted update has started is waited for and not ordered again", async () => {
    const dcs = scripted({
      ...SOLD,
      [READ]: [
        served({ ...size(2), status: "EXTENDING" }),
        served({ ...size(2), status: "EXTENDING" }),
        served(size(4)),
      ],
    });
    expect(await change(dcs, current({ capacity: 4 }))).toMatchObject({ capacity: 4 });
    expect(dcs.changes).toEqual([]);
  });

  test("that the product does not offer names the sizes it offers", async () => {
    const dcs = scripted({ ...SOLD, [READ]: [served(size(2))] });
    await expect(change(dcs, current({ capacity: 16 }))).rejects.toMatchObject({
      message: expect.stringMatching(/16 GB is not offered for Redis 6.0 in eu-de: offered are 1, 2, 4, 8 GB/),
      properties: expect.objectContaining({ capacity: 2 }),
    });
  });

  test("whose answer was lost is looked up, and asked for again if nothing came of it", async () => {
    const dcs = scripted({
      ...SOLD,
      [READ]: [served(size(2)), served(size(2)), served(size(4))],
      [RESIZE]: [lostAnswer("POST"), undefined],
    });
    await change(dcs, current({ capacity: 4 }));
    expect(dcs.changes).toHaveLength(2);
  });
});

describe("A new password", () => {
  // The service has no call that does without the old password.
  const answers = (...results: object[]) =>
    scripted({ [READ]: [served()], [PASSWORD]: results, [RESET]: [wordless404()] });
  const declared = current({ password: NEW_PASSWORD });

  test.each(["Success", "success"])(
    "is changed with the old one from the state when the service says %s",
    async (result) => {
      const dcs = answers({ result });
      expect(await change(dcs, declared)).toMatchObject({ password: NEW_PASSWORD });
      expect(dcs.changes).toEqual([[PASSWORD, { old_password: OLD_PASSWORD, new_password: NEW_PASSWORD }]]);
    },
  );

  test.each<[string, object, RegExp]>([
    [
      "an old one that is wrong",
      { result: "passwordFailed", retry_times_left: "4" },
      /changed outside of Pulumi; 4 tries/,
    ],
    ["a locked instance", { result: "Locked", lock_time_left: "5" }, /takes no new one for 5 minutes/],
    ["a locked instance in small letters", { result: "locked", lock_time: "3" }, /for 3 minutes/],
    ["a failure", { result: "Failed", message: "no answer" }, /could not do it \(no answer\)/],
    ["an answer that says nothing", {}, /did not say whether it did/],
  ])("is not recorded after %s", async (_, answer, message) => {
    const failure = await change(answers(answer), declared).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      message: expect.stringMatching(message),
      properties: expect.objectContaining({ password: OLD_PASSWORD }),
    });
    expect((failure as Error).message).not.toMatch(/Kettle/);
  });

  test("that an interrupted update has set is recognised by changing it back and forth", async () => {
    const dcs = answers(
      { result: "passwordFailed", retry_times_left: "4" },
      { result: "Success" },
      { result: "Success" },
    );
    expect(await change(dcs, declared)).toMatchObject({ password: NEW_PASSWORD });
  });

  test("whose answer says nothing is sent again, which shows whether the first change was made", async () => {
    const dcs = answers(
      {},
      { result: "passwordFailed", retry_times_left: "4" },
      { result: "Success" },
      { result: "Success" },
    );
    expect(await change(dcs, declared)).toMatchObject({ password: NEW_PASSWORD });
  });

  test("counts as set when a service that reports failures returns an empty answer", async () => {
    const dcs = answers({}, { result: "passwordFailed", retry_times_left: "4" }, {}, {});
    expect(await change(dcs, declared)).toMatchObject({ password: NEW_PASSWORD });
  });

  test("does not count as set when such a service refuses the change back", async () => {
    const wrong = { result: "passwordFailed", retry_times_left: "4" };
    await expect(change(answers({}, wrong, wrong), declared)).rejects.toThrow(/changed outside/);
  });

  test("is not tried a second time when the instance would be locked for it", async () => {
    const dcs = answers({ result: "passwordFailed", retry_times_left: "1" });
    await expect(change(dcs, declared)).rejects.toThrow(/changed outside/);
    expect(dcs.changes.filter(([call]) => call === PASSWORD)).toHaveLength(1);
  });
});

describe("Tags", () => {
  const tag = (key: string, value: string) => ({ key, value });

  test("that are gone or have another value are taken away before the new ones come; those of the service stay", async () => {
    const before = [tag("team", "shop"), tag("stage", "test"), tag("_sys_x", "1")];
    const after = [tag("team", "shop"), tag("stage", "live"), tag("_sys_x", "1")];
    const dcs = scripted({ [READ]: [served({ tags: before }), served({ tags: after })], [TAGS]: [undefined] });
    await change(
      dcs,
      current({ tags: { team: "shop", stage: "live" } }),
      stored({ tags: { team: "shop", stage: "test" } }),
    );
    expect(dcs.changes).toEqual([
      [TAGS, { action: "delete", tags: [tag("stage", "test")] }],
      [TAGS, { action: "create", tags: [tag("stage", "live")] }],
    ]);
  });

  test("of a service without that call name the alternative", async () => {
    const dcs = scripted({ [READ]: [served()], [TAGS]: [wordless404()] });
    await expect(change(dcs, current({ tags: { team: "shop" } }))).rejects.toThrow(
      /no call that changes tags.*replaceOnChanges: \["tags"\]/,
    );
  });
});

describe("Several changes at once", () => {
  const all = { description: "carts", tags: { team: "shop" }, password: NEW_PASSWORD, capacity: 4 };
  const told = { description: "carts" };
  const tagged = { ...told, tags: [{ key: "team", value: "shop" }] };

  test("are made in the order attributes, tags, password, capacity", async () => {
    const dcs = scripted({
      ...SOLD,
      [READ]: [
        served(size(2)),
        served({ ...size(2), ...told }),
        served({ ...size(2), ...tagged }),
        served({ ...size(2), ...tagged }),
        served({ ...size(4), ...tagged }),
      ],
      [PUT]: [undefined],
      [TAGS]: [undefined],
      [PASSWORD]: [{ result: "Success" }],
      [RESIZE]: [undefined],
    });
    expect(await change(dcs, current(all))).toMatchObject(all);
    expect(dcs.changes.map(([call]) => call)).toEqual([PUT, TAGS, PASSWORD, RESIZE]);
  });

  test("whose third step fails keep in the state only what the first two did", async () => {
    const dcs = scripted({
      ...SOLD,
      [READ]: [served(size(2)), served({ ...size(2), ...told }), served({ ...size(2), ...tagged })],
      [PUT]: [undefined],
      [TAGS]: [undefined],
      [PASSWORD]: [refused("The new password is too weak.")],
    });
    await expect(change(dcs, current(all))).rejects.toMatchObject({
      properties: expect.objectContaining({
        description: "carts",
        tags: { team: "shop" },
        password: OLD_PASSWORD,
        capacity: 2,
      }),
    });
  });

  test("keep in the state what was accepted even when the service cannot be read afterwards", async () => {
    const dcs = scripted({ [READ]: [served(), refused("Try later.")], [PUT]: [undefined] });
    await expect(change(dcs, current({ description: "carts" }))).rejects.toMatchObject({
      properties: expect.objectContaining({ description: "carts" }),
    });
  });
});

test("An instance that is occupied is asked again until it is free", async () => {
  const dcs = scripted({
    ...SOLD,
    [READ]: [served(size(2)), served(size(2)), served(size(2)), served(size(4))],
    [RESIZE]: [busy(), busy(), undefined],
  });
  await change(dcs, current({ capacity: 4 }));
  expect(dcs.changes).toHaveLength(3);
});

test("The error of a cache that failed during an update says how to go on and how to give it up", async () => {
  const dcs = scripted({
    ...SOLD,
    [READ]: [served(size(2)), served({ ...size(2), status: "ERROR", error_code: "dcs.04.0003" })],
    [RESIZE]: [undefined],
  });
  await expect(change(dcs, current({ capacity: 4 }))).rejects.toThrow(
    /was not updated: it is ERROR \(Redis could not be reached.*Restart it in the DCS console and run `pulumi up` again/,
  );
});

test("An accepted change that never shows is an error that names it", async () => {
  const dcs = scripted({ [READ]: [served()], [PUT]: [undefined] });
  await expect(change(dcs, current({ description: "carts" }))).rejects.toThrow(
    /took the change of description, but .* does not show it/,
  );
});

test("A backup policy that is not declared any more is made manual, as the service cannot remove it", async () => {
  const policy = (backup_type: string) => ({
    instance_backup_policy: {
      policy: {
        save_days: 3,
        backup_type,
        periodical_backup_plan: { begin_at: "00:00-01:00", period_type: "weekly", backup_at: ["1", "3", "5"] },
      },
    },
  });
  const dcs = scripted({ [READ]: [served(policy("auto")), served(policy("manual"))], [PUT]: [undefined] });
  await change(dcs, current(), stored({ instanceBackupPolicy: POLICY }));
  expect(dcs.changes).toEqual([
    [PUT, { instance_backup_policy: expect.objectContaining({ backup_type: "manual", save_days: 3 }) }],
  ]);
});

test("A cache that is gone says what to do", async () => {
  await expect(change(scripted({ [READ]: [notFound()] }), current({ capacity: 4 }))).rejects.toThrow(/pulumi refresh/);
});
