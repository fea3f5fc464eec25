import { setTimeout as pause } from "node:timers/promises";
import { secret } from "@pulumi/pulumi";
import type { PulumiFn } from "@pulumi/pulumi/automation";
import Redis from "ioredis";
import {
  DcsBackup,
  type DcsBackupArgs,
  DcsInstance,
  type DcsInstanceArgs,
  DcsRestore,
  getBackupLinksOutput,
  getBackupsOutput,
} from "pulumi-otc-dcs";
import { type Emulator, startEmulator } from "../../../emulator";
import { longTest } from "../../support/long";
import { outside } from "../support/outside";
import { PASSWORD, todays } from "../support/programs";
import { EngineStack, succeeded } from "../support/stack";

interface Declared {
  readonly cache?: Partial<DcsInstanceArgs>;
  /** Absent: no backup. */
  readonly backup?: Partial<DcsBackupArgs>;
  /** Absent: no restore. */
  readonly triggers?: string[];
}

const declaring =
  ({ cache: changes, backup: args, triggers }: Declared): PulumiFn =>
  async () => {
    const cache = new DcsInstance("sessions", { password: secret(PASSWORD), ...todays, ...changes });
    if (!args) return { cache: cache.id };
    const backup = new DcsBackup("nightly", { instanceId: cache.id, ...args });
    const restore = triggers && new DcsRestore("back", { instanceId: cache.id, backupId: backup.id, triggers });
    const { id, status, name, size } = backup;
    return { cache: cache.id, backup: { id, status, name, size }, restore: restore?.status };
  };

describe("backups and restores under the real engine", () => {
  let dcs: Emulator;
  let stack: EngineStack;
  let call: Awaited<ReturnType<typeof outside>>;

  const cacheId = () => dcs.instances().at(-1)?.id ?? "";
  const posted = (what: "backups" | "restores") =>
    dcs.journal.filter(({ method, path }) => method === "POST" && path.endsWith(`/${what}`)).length;
  const records = async (): Promise<Array<{ backup_id: string; status: string; remark: string | null }>> =>
    (await call("GET", `/instances/${cacheId()}/backups?limit=100`)).body?.backup_record_response ?? [];
  const existing = async () => (await records()).filter(({ status }) => status !== "deleted");
  const outputs = async () =>
    (await stack.outputs()) as { backup: { id: string; status: string; name: string; size: number }; restore?: string };
  const backUpOutside = async () => {
    const { body } = await call("POST", `/instances/${cacheId()}/backups`, { remark: "theirs" });
    for (;;) {
      const made = (await records()).find(({ backup_id: id }) => id === body.backup_id);
      if (made?.status === "succeed") return;
      if (!made || made.status === "failed") throw new Error(`no backup was made: ${JSON.stringify([body, made])}`);
      await pause(10);
    }
  };
  const inRedis = async <T>(work: (redis: Redis) => Promise<T>): Promise<T> => {
    const { ip, port } = dcs.instances().at(-1) ?? {};
    const redis = new Redis({ host: ip, port, password: PASSWORD });
    try {
      return await work(redis);
    } finally {
      redis.disconnect();
    }
  };

  beforeAll(async () => {
    dcs = await startEmulator({ createMs: 200, deleteMs: 100, taskMs: 200 });
    call = await outside(dcs);
    stack = await EngineStack.create(dcs.env);
  });
  afterAll(async () => {
    await stack?.close();
    await dcs?.close();
  });

  test("up makes a backup of a new cache and shows what the service knows of it", async () => {
    const up = await succeeded(stack.up(declaring({ backup: { remark: "r1", backupFormat: "rdb" } })));
    expect(up.changes).toEqual({ create: 3 });
    expect(await outputs()).toMatchObject({
      backup: {
        id: (await records())[0]?.backup_id,
        status: "succeed",
        name: expect.stringMatching(/^backup_\d{14}$/),
      },
    });
    expect((await outputs()).backup.size).toBeGreaterThan(0);
  });

  longTest("a second up and a refresh change nothing", async () => {
    const program = declaring({ backup: { remark: "r1", backupFormat: "rdb" } });
    expect((await succeeded(stack.up(program))).changes).toEqual({ same: 3 });
    expect((await succeeded(stack.refresh())).changes).toEqual({ same: 3 });
    expect((await succeeded(stack.up(program))).changes).toEqual({ same: 3 });
    expect(posted("backups")).toBe(1);
  });

  test("another remark makes a new backup, then deletes the old one, and preview says so", async () => {
    const { backup: before } = await outputs();
    const program = declaring({ backup: { remark: "r2" } });
    const preview = await succeeded(stack.preview(program));
    expect(preview.output).toMatch(
      /backup "backup_\d{14}": remark "r1" -> "r2" replaces the backup: the data in it are lost .*The new backup is created first/,
    );
    expect((await succeeded(stack.up(program))).changes).toMatchObject({ replace: 1 });
    const { backup: after } = await outputs();
    expect(after.id).not.toBe(before.id);
    expect(await existing()).toEqual([expect.objectContaining({ backup_id: after.id, remark: "r2" })]);
  });

  test("a restore says at preview that it overwrites, and brings back keys that were flushed", async () => {
    await inRedis(async (redis) => {
      await redis.mset({ "cart:1": "two apples", "cart:2": "a pear" });
    });
    await succeeded(stack.up(declaring({ backup: { remark: "full" } })));
    await inRedis(async (redis) => {
      await redis.flushall();
      await redis.set("later", "1");
    });
    const program = declaring({ backup: { remark: "full" }, triggers: ["1"] });
    const preview = await succeeded(stack.preview(program));
    const lines = preview.output.match(/restore from backup .*: overwrites all data of cache "sessions-test".*/g) ?? [];
    expect(new Set(lines).size).toBe(1);
    await succeeded(stack.up(program));
    expect(await inRedis((redis) => redis.mget("cart:1", "cart:2", "later"))).toEqual(["two apples", "a pear", null]);
    expect(await outputs()).toMatchObject({ restore: "succeed" });
    expect((await succeeded(stack.up(program))).changes).toEqual({ same: 4 });
    expect(posted("restores")).toBe(1);
  });

  longTest("other triggers restore again, and preview says that this overwrites", async () => {
    await inRedis((redis) => redis.set("later", "2"));
    const program = declaring({ backup: { remark: "full" }, triggers: ["2"] });
    const preview = await succeeded(stack.preview(program));
    expect(preview.output).toMatch(
      /triggers \["1"\] -> \["2"\] restores again, which overwrites all data of its cache/,
    );
    expect((await succeeded(stack.up(program))).changes).toMatchObject({ replace: 1 });
    expect(await inRedis((redis) => redis.mget("cart:1", "later"))).toEqual(["two apples", null]);
    expect(posted("restores")).toBe(2);
  });

  longTest("a restore that is taken out of the program changes nothing at the service", async () => {
    const calls = dcs.journal.length;
    await succeeded(stack.up(declaring({ backup: { remark: "full" } })));
    expect(dcs.journal.slice(calls).filter(({ method, path }) => method !== "GET" && path.includes("/v2/"))).toEqual(
      [],
    );
  });

  test("the functions list the backups and give secret links that serve the file", async () => {
    const links: PulumiFn = async () => {
      const backups = getBackupsOutput({ instanceId: cacheId() });
      const newest = backups.apply(([first]) => first?.id ?? "");
      return { backups, files: getBackupLinksOutput({ instanceId: cacheId(), backupId: newest, expiration: 600 }) };
    };
    // The variables of a stack reach only the engine, while this program runs in the process of the test.
    const other = await EngineStack.create(
      {},
      {
        "otc:authUrl": { value: dcs.env.OS_AUTH_URL ?? "" },
        "otc:region": { value: dcs.env.OS_REGION_NAME ?? "" },
        "otc:domainName": { value: dcs.env.OS_DOMAIN_NAME ?? "" },
        "otc:projectName": { value: dcs.env.OS_PROJECT_NAME ?? "" },
        "otc:userName": { value: dcs.env.OS_USERNAME ?? "" },
        "otc:password": { value: dcs.env.OS_PASSWORD ?? "", secret: true },
      },
    );
    await succeeded(other.up(links));
    const { backups, files } = (await other.outputs()) as {
      backups: Array<{ id: string; restorable: boolean }>;
      files: { links: Array<{ link: string }> };
    };
    expect(backups).toEqual([expect.objectContaining({ id: (await outputs()).backup.id, restorable: true })]);
    const file = await fetch(files.links[0]?.link ?? "");
    expect((await file.text()).slice(0, 5)).toBe("REDIS");
    expect(await other.stored()).not.toContain("Signature=");
    await other.close();
  });

  longTest("DcsBackup.get reads a backup by the ids of cache and backup", async () => {
    const { backup } = await outputs();
    const other = await EngineStack.create(dcs.env);
    const reading: PulumiFn = async () => {
      const { backupId, instanceId, name } = DcsBackup.get("theirs", `${cacheId()}/${backup.id}`);
      return { backupId, instanceId, name };
    };
    await succeeded(other.up(reading));
    const read = { backupId: backup.id, instanceId: cacheId(), name: backup.name };
    expect(await other.outputs()).toEqual(read);
    await succeeded(other.refresh());
    await succeeded(other.up(reading));
    expect(await other.outputs()).toEqual(read);
    await other.close();
  });

  test("a backup whose answer is lost is found, and only one is made", async () => {
    const before = posted("backups");
    dcs.fault({ on: { method: "POST", path: /\/backups$/ }, with: { kind: "reset", work: "done" } });
    await succeeded(stack.up(declaring({ backup: { remark: "lost" } })));
    expect(posted("backups") - before).toBe(1);
    expect(await existing()).toEqual([expect.objectContaining({ remark: "lost", status: "succeed" })]);
  });

  test("a backup that fails is told in words and removed, and the old one stays", async () => {
    dcs.fault({ with: { kind: "fails", operation: "backup", errorCode: "dcs.08.0006" } });
    const up = await stack.up(declaring({ backup: { remark: "fails" } }));
    expect(up.failed).toBe(true);
    expect(up.output).toMatch(/ended as failed: the size of the file is wrong \(dcs\.08\.0006\)\. What was left of it/);
    expect(await existing()).toEqual([expect.objectContaining({ remark: "lost" })]);
  });

  longTest("a backup that is cut off by the end of Pulumi is gone on with, and only one is made", async () => {
    const program = declaring({ backup: { remark: "cut" } });
    const before = posted("backups");
    dcs.fault({ with: { kind: "stuck", operation: "backup", ms: 30_000 } });
    const cut = stack.up(program);
    while (posted("backups") === before) await pause(50);
    const { cli, provider } = await stack.processes();
    for (const id of [cli, provider]) if (id !== undefined) process.kill(id, "SIGKILL");
    expect((await cut).failed).toBe(true);
    await stack.cancel();
    const up = await succeeded(stack.up(program));
    expect(up.output).toMatch(/was begun before, by a run that was cut off: it is gone on with/);
    expect(posted("backups") - before).toBe(1);
    expect(await existing()).toEqual([expect.objectContaining({ remark: "cut", status: "succeed" })]);
  });

  longTest("a refresh lets a backup go that newer ones pushed out", async () => {
    for (let count = 0; count < 24; count++) await backUpOutside();
    const refresh = await succeeded(stack.refresh());
    expect(refresh.changes).toMatchObject({ delete: 1 });
    expect(refresh.output).toMatch(/backup "backup_\d{14}" .* does not exist any more .*: it leaves the state/);
    await succeeded(stack.up(declaring({ backup: { remark: "again" } })));
    expect(await outputs()).toMatchObject({ backup: { status: "succeed" } });
  });

  test("a refresh lets backup and cache go that were deleted outside of Pulumi", async () => {
    await dcs.remove(cacheId());
    expect((await succeeded(stack.refresh())).changes).toMatchObject({ delete: 2 });
    await succeeded(stack.destroy());
  });

  longTest("a single node is refused at preview", async () => {
    const single = { cacheMode: "single", availableZones: ["eu-de-01"] };
    await succeeded(stack.up(declaring({ cache: single })));
    const preview = await stack.preview(declaring({ cache: single, backup: {} }));
    expect(preview.failed).toBe(true);
    expect(preview.output).toMatch(/instanceId .*cache "sessions-test" .* is a single node, and the service neither/);
    await succeeded(stack.destroy());
    expect(dcs.instances()).toEqual([]);
  });
});
