import { type Client, current, started, zone } from "../support/client";

interface Backup {
  readonly backup_id: string;
  readonly status: string;
  readonly progress: string;
  readonly backup_format: string;
  readonly remark: string | null;
  readonly error_code: unknown;
  readonly is_support_restore: string;
}

let client: Client;
let id: string;
beforeEach(async () => {
  client = await started({ taskMs: 60, extendMs: 60 });
  id = await running();
});
afterEach(() => client.emulator.close());

async function running(patch: object = {}): Promise<string> {
  const created = await client.create(current(patch));
  await client.running(created);
  return created;
}

const one = (below = "", of = id) => `/instances/${of}${below}`;
const backups = async (query = "?limit=100", of = id) =>
  ((await client.v2("GET", one(`/backups${query}`, of))).body?.backup_record_response ?? []) as unknown as Backup[];
const begin = async (body: object = {}, of = id) => (await client.v2("POST", one("/backups", of), body)).body.backup_id;

async function until(done: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 4000;
  while (!(await done())) {
    if (Date.now() > deadline) throw new Error("it has not come to that within 4 s");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function made(body: object = {}, of = id): Promise<string> {
  const backup = await begin(body, of);
  const ended = ({ backup_id: each, status }: Backup) => each === backup && ["succeed", "failed"].includes(status);
  await until(async () => (await backups("?limit=100", of)).some(ended));
  return backup;
}

/** Lets the next one take long enough for a look at it. */
const slow = (operation: "backup" | "restore") =>
  client.emulator.fault({ with: { kind: "stuck", operation, ms: 500 } });

const codeOf = (body: unknown) => (body as { error_code: string }).error_code;
const restores = async () =>
  ((await client.v2("GET", one("/restores"))).body?.restore_record_response ?? []) as unknown as Backup[];

test("an instance without backups and restores answers 204 to v2", async () => {
  expect((await client.v2("GET", one("/backups"))).status).toBe(204);
  expect((await client.v2("GET", one("/restores"))).status).toBe(204);
});

test("a backup is unfinished first, then succeeds, while the instance is RUNNING with a task and refuses other work", async () => {
  slow("backup");
  await begin({ remark: "r1" });
  expect((await backups())[0]).toMatchObject({ status: expect.stringMatching(/^(waiting|backuping)$/), remark: "r1" });
  expect((await client.v2("GET", one())).body).toMatchObject({ status: "RUNNING", task: "BACKUPING" });
  expect(codeOf((await client.v2("POST", one("/backups"), {})).body)).toBe("DCS.4096");
  await until(async () => (await backups())[0]?.status === "succeed");
  expect((await backups())[0]).toMatchObject({ progress: "100.00", backup_format: "RDB", is_support_restore: "TRUE" });
  expect((await client.v2("GET", one())).body).toMatchObject({ task: null });
});

test("a backup is of the format that was asked for, and of no other", async () => {
  await made({ backup_format: "aof" });
  expect((await backups())[0]).toMatchObject({ backup_format: "AOF" });
  expect(codeOf((await client.v2("POST", one("/backups"), { backup_format: "zip" })).body)).toBe("DCS.4063");
  expect(codeOf((await client.v2("POST", one("/backups"), { remark: "x".repeat(129) })).body)).toBe("DCS.4098");
});

test("of 25 backups the oldest is gone, and a deleted one stays in the list", async () => {
  const all: string[] = [];
  for (let count = 0; count < 25; count++) all.push(await made());
  expect((await backups()).map(({ backup_id: each }) => each)).toEqual(all.slice(1).reverse());
  expect((await client.v2("DELETE", one(`/backups/${all[24]}`))).status).toBe(204);
  expect((await backups())[0]).toMatchObject({ backup_id: all[24], status: "deleted" });
  expect(await backups()).toHaveLength(24);
});

test("v2 counts the list from offset 0, ten at a time", async () => {
  for (let count = 0; count < 11; count++) await made({ remark: String(count) });
  expect(await backups("")).toHaveLength(10);
  expect((await backups("?offset=10")).map(({ remark }) => remark)).toEqual(["0"]);
  expect(await backups("?begin_time=20990101000000")).toEqual([]);
});

test("a restart ends the backup that is being made", async () => {
  slow("backup");
  await begin();
  await client.v2("PUT", "/instances/status", { action: "restart", instances: [id] });
  expect((await backups())[0]).toMatchObject({ status: "failed", error_code: "dcs.08.0001" });
});

test("a backup that fails on demand has a code, and the instance goes on", async () => {
  client.emulator.fault({ with: { kind: "fails", operation: "backup" } });
  await made();
  expect((await backups())[0]).toMatchObject({ status: "failed", error_code: "dcs.08.0002" });
  expect((await client.v2("GET", one())).body.status).toBe("RUNNING");
});

test("a restore succeeds in the end, while the instance is RESTORING", async () => {
  const backup = await made({ remark: "r1" });
  slow("restore");
  expect((await client.v2("POST", one("/restores"), { backup_id: backup, remark: "back" })).status).toBe(200);
  expect((await client.v2("GET", one())).body.status).toBe("RESTORING");
  expect(codeOf((await client.v2("POST", one("/backups"), {})).body)).toBe("DCS.4097");
  await until(async () => (await restores())[0]?.status === "succeed");
  expect((await restores())[0]).toMatchObject({ backup_id: backup, backup_remark: "r1", restore_remark: "back" });
  expect((await restores())[0]).not.toHaveProperty("sourceInstanceId");
  await client.running(id);
});

test("only a backup that succeeded, of the instance itself and made since it was scaled, is restored", async () => {
  const other = await running({ name: "another" });
  const foreign = await made({}, other);
  const small = await made();
  const refusal = async (backup_id: string) => codeOf((await client.v2("POST", one("/restores"), { backup_id })).body);
  expect(await refusal(foreign)).toBe("DCS.4087");
  const target = { spec_code: "redis.ha.xu1.large.r2.1", new_capacity: 1 };
  expect((await client.v2("POST", one("/resize"), target)).status).toBe(204);
  await client.running(id);
  expect(await backups()).toEqual([expect.objectContaining({ backup_id: small, is_support_restore: "FALSE" })]);
  expect(await refusal(small)).toBe("DCS.4087");
});

test("a single node has neither backups nor restores", async () => {
  const single = await running({ product_id: "redis.single.xu1.large.2-h", available_zones: [zone.one] });
  expect(codeOf((await client.v2("POST", one("/backups", single), {})).body)).toBe("DCS.4086");
  expect(codeOf((await client.v2("POST", one("/restores", single), { backup_id: id })).body)).toBe("DCS.4086");
});

test("v1.0 and v2 show the same backups, each in its own way", async () => {
  const backup = await made();
  const { body } = await client.dcs("GET", one("/backups"));
  expect(body.backup_record_response).toEqual([
    expect.objectContaining({ backup_id: backup, period: null, error_code: null }),
  ]);
  expect((await backups())[0]).toMatchObject({ backup_id: backup, period: {}, error_code: {} });
});

test("links serve the file of a backup for as long as was asked", async () => {
  const backup = await made();
  const links = (expiration: unknown) => client.v2("POST", one(`/backups/${backup}/links`), { expiration });
  expect(codeOf((await links(10)).body)).toBe("DCS.4063");
  const { body } = await links(300);
  const [{ link, file_name: name } = { link: "", file_name: "" }] = (
    body as unknown as { links: Array<{ link: string; file_name: string }> }
  ).links;
  expect(name).toMatch(/\.rdb$/);
  expect((await fetch(link)).status).toBe(200);
  client.emulator.skewClock(301_000);
  expect((await fetch(link)).status).toBe(403);
});
