import { type Client, current, first, started, zone } from "../support/client";

let client: Client;
beforeEach(async () => {
  // Long enough for a call to come while a task lasts, on a busy machine as well.
  client = await started({ taskMs: 500 });
});
afterEach(() => client.emulator.close());

async function running(body: unknown = current()): Promise<string> {
  const id = await client.create(body);
  await client.running(id);
  return id;
}

async function until(check: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 4000;
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error("It did not happen within four seconds.");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test("A backup is made, restored from, listed, and deleted", async () => {
  const path = `/instances/${await running()}`;
  const made = await client.dcs("POST", `${path}/backups`, { remark: "before the sale" });
  expect((await client.dcs("POST", `${path}/backups`)).body.error.code).toBe("111400096");
  const backups = async () => (await client.dcs("GET", `${path}/backups`)).body.backup_record_response;
  await until(async () => (await backups())[0]?.status === "succeed");
  expect((await client.dcs("POST", `${path}/restores`, { backup_id: made.body.backup_id })).status).toBe(200);
  expect((await client.dcs("GET", path)).body.status).toBe("RESTORING");
  const restored = async () => (await client.dcs("GET", `${path}/restores`)).body.restore_record_response;
  await until(async () => (await restored())[0]?.status === "succeed");
  expect((await client.dcs("DELETE", `${path}/backups/${made.body.backup_id}`)).status).toBe(200);
  expect((await backups()).map(({ status }: { status: string }) => status)).toEqual(["deleted"]);
});

test("A single node cannot be backed up", async () => {
  const id = await running(first({ product_id: "OTC_DCS_SINGLE", available_zones: [zone.one] }));
  expect((await client.dcs("POST", `/instances/${id}/backups`)).body.error.code).toBe("111400086");
});

test("A parameter is UPDATING, then has its new value", async () => {
  const path = `/instances/${await running()}/configs`;
  const change = { redis_config: [{ param_id: "1", param_name: "timeout", param_value: "100" }] };
  expect((await client.dcs("PUT", path, change)).status).toBe(204);
  expect((await client.dcs("GET", path)).body.config_status).toBe("UPDATING");
  await until(async () => (await client.dcs("GET", path)).body.config_status === "SUCCESS");
  const { redis_config } = (await client.dcs("GET", path)).body;
  expect(redis_config).toContainEqual(expect.objectContaining({ param_name: "timeout", param_value: "100" }));
});

test.each([
  ["out of range", "timeout", "1", "7201", "111400066"],
  ["of another name", "timeouts", "1", "1", "111400062"],
  ["the instance has not", "reserved-memory-percent", "30", "1", "111400062"],
])("A parameter %s is refused", async (_, param_name, param_id, param_value, code) => {
  const path = `/instances/${await running()}/configs`;
  const reply = await client.dcs("PUT", path, { redis_config: [{ param_id, param_name, param_value }] });
  expect(reply.body.error.code).toBe(code);
});

test("A restart passes through RESTARTING, and one that cannot be is told within the answer", async () => {
  const id = await running();
  const order = { action: "restart", instances: [id, "0f9f4c1e-6f0e-4c58-9a55-2f6b6b4f1c10"] };
  const reply = await client.dcs("PUT", "/instances/status", order);
  expect(reply.body).toMatchObject({ results: [{ result: "success" }, { result: "failed" }] });
  expect((await client.dcs("GET", `/instances/${id}`)).body.status).toBe("RESTARTING");
  await client.running(id);
});

test("A batch deletes the instances it lists, or all that failed", async () => {
  const id = await running();
  expect((await client.dcs("DELETE", "/instances", { instances: [id] })).body).toMatchObject({
    results: [{ result: "success" }],
  });
  client.emulator.failNextCreate();
  const failed = await client.create();
  await client.until(failed, (reply) => reply.body.status === "CREATEFAILED");
  expect((await client.dcs("DELETE", "/instances?allFailure=true")).status).toBe(204);
  await client.until(failed, (reply) => reply.status === 404);
});

test("States are counted", async () => {
  await running();
  expect((await client.dcs("GET", "/instances/status")).body).toMatchObject({ running_count: 1, error_count: 0 });
});
