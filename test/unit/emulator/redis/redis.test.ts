import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { join } from "node:path";
import Redis from "ioredis";
import type { Emulator } from "../../../../emulator";
import { Client, current, started } from "../support/client";

const open = (address: { ip: string; port: number }, password?: string) =>
  new Redis({ host: address.ip, port: address.port, password, retryStrategy: () => null, lazyConnect: true });

async function listens({ ip, port }: { ip: string; port: number }): Promise<boolean> {
  const socket = connect(port, ip);
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 4000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error("It did not happen within four seconds.");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe("A running instance", () => {
  let client: Client;
  beforeEach(async () => {
    client = await started({ redis: true });
  });
  afterEach(() => client.emulator.close());

  test("answers PING with its password only", async () => {
    const { body } = await client.running(await client.create(current({ password: "Blue_Ket\\tle,7" })));
    const redis = open(body, "Blue_Ket\\tle,7");
    expect(await redis.ping()).toBe("PONG");
    redis.disconnect();
    const stranger = open(body, "wrong");
    stranger.on("error", () => {});
    await expect(stranger.ping()).rejects.toThrow();
    stranger.disconnect();
  });

  test("keeps its data, and takes the new limit and password, when extended and when its password changes", async () => {
    const id = await client.create();
    const { body } = await client.running(id);
    const redis = open(body, "Blue_Kettle7");
    await redis.set("cart", "full");
    await client.dcs("POST", `/instances/${id}/extend`, { new_capacity: 4, spec_code: "redis.ha.xu1.large.r2.4" });
    await client.running(id);
    await client.dcs("PUT", `/instances/${id}/password`, { old_password: "Blue_Kettle7", new_password: "Red_Kettle8" });
    redis.disconnect();
    const later = open(body, "Red_Kettle8");
    expect(await later.get("cart")).toBe("full");
    expect(await later.config("GET", "maxmemory")).toEqual(["maxmemory", String(3276 * 1024 * 1024)]);
    later.disconnect();
  });

  test("keeps its data when it is resized up and down and by nodes, and refuses what has no room for them", async () => {
    const id = await client.create();
    const { body } = await client.running(id);
    const redis = open(body, "Blue_Kettle7");
    await redis.set("cart", "full");
    const resize = async (spec_code: string, new_capacity: number, more: object = {}) => {
      const reply = await client.v2("POST", `/instances/${id}/resize`, { spec_code, new_capacity, ...more });
      await client.running(id);
      return reply.body?.error_code ?? reply.status;
    };
    expect(await resize("redis.ha.xu1.large.r2.4", 4)).toBe(204);
    const nodes = { change_type: "createReplication", available_zones: ["eu-de-01"] };
    expect(await resize("redis.ha.xu1.large.r3.4", 4, nodes)).toBe(204);
    // 72 % of the smallest size.
    await redis.setrange("filler", Math.floor(0.72 * 102 * 1024 * 1024), "x");
    expect(await resize("redis.ha.xu1.tiny.r3.128", 0.125)).toBe("DCS.4102");
    expect(await redis.config("GET", "maxmemory")).toEqual(["maxmemory", String(3276 * 1024 * 1024)]);
    await redis.del("filler");
    expect(await resize("redis.ha.xu1.tiny.r3.128", 0.125)).toBe(204);
    expect(await redis.config("GET", "maxmemory")).toEqual(["maxmemory", String(102 * 1024 * 1024)]);
    expect(await redis.get("cart")).toBe("full");
    redis.disconnect();
  });

  test("works by its parameters once they are set", async () => {
    const id = await client.create();
    const { body } = await client.running(id);
    const change = { param_id: "2", param_name: "maxmemory-policy", param_value: "allkeys-lfu" };
    await client.dcs("PUT", `/instances/${id}/configs`, { redis_config: [change] });
    const settled = async () => (await client.dcs("GET", `/instances/${id}/configs`)).body.config_status === "SUCCESS";
    await until(settled);
    const redis = open(body, "Blue_Kettle7");
    expect(await redis.config("GET", "maxmemory-policy")).toEqual(["maxmemory-policy", "allkeys-lfu"]);
    redis.disconnect();
  });

  test("knows a renamed command by its new name only", async () => {
    const order = current({ rename_commands: { flushall: "Wipe_all-Now1" } });
    const { body } = await client.running(await client.create(order));
    const redis = open(body, "Blue_Kettle7");
    expect(await redis.call("Wipe_all-Now1")).toBe("OK");
    await expect(redis.call("flushall")).rejects.toThrow("unknown command");
    redis.disconnect();
  });

  test("has a port of its own choice and no password when it wants none", async () => {
    const order = current({ password: undefined, no_password_access: "true", port: 6399 });
    const { body } = await client.running(await client.create(order));
    expect(body.port).toBe(6399);
    const redis = open(body);
    expect(await redis.ping()).toBe("PONG");
    redis.disconnect();
  });

  test("keeps its data at another port, and is no longer found at the old one", async () => {
    const id = await client.create();
    const { body } = await client.running(id);
    const redis = open(body, "Blue_Kettle7");
    await redis.set("cart", "full");
    redis.disconnect();
    expect((await client.v2("PUT", `/instances/${id}`, { port: 6401 })).status).toBe(204);
    const moved = open({ ip: body.ip, port: 6401 }, "Blue_Kettle7");
    expect(await moved.get("cart")).toBe("full");
    moved.disconnect();
    expect(await listens(body)).toBe(false);
  });

  test("stops listening when it is deleted, and when the emulator is closed", async () => {
    const ids = await Promise.all([client.create(), client.create()]);
    const [one, two] = [await client.running(ids[0]), await client.running(ids[1])];
    await client.dcs("DELETE", `/instances/${ids[0]}`);
    await until(async () => !(await listens(one.body)));
    expect(await listens(two.body)).toBe(true);
    await client.emulator.close();
    expect(await listens(two.body)).toBe(false);
  });
});

describe("The command", () => {
  let child: ChildProcess;

  async function start(): Promise<Client> {
    const root = join(__dirname, "..", "..", "..", "..");
    const cli = join(root, "emulator", "cli.ts");
    child = spawn(process.execPath, ["-r", "ts-node/register/transpile-only", cli, "--create-ms", "10"], { cwd: root });
    let printed = "";
    for await (const chunk of child.stdout ?? []) {
      printed += chunk;
      if (printed.includes("#")) break;
    }
    const env = Object.fromEntries(
      [...printed.matchAll(/^export (\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
    );
    const url = (env.OS_AUTH_URL ?? "").replace("/v3", "");
    return new Client({ url, env } as unknown as Emulator).open();
  }

  afterEach(() => child.kill("SIGKILL"));

  test.each(["SIGTERM", "SIGKILL"] as const)(
    "leaves no Redis behind after %s",
    async (signal) => {
      const client = await start();
      const { body } = await client.running(await client.create());
      expect(await listens(body)).toBe(true);
      child.kill(signal);
      await until(async () => !(await listens(body)));
    },
    20_000,
  );
});
