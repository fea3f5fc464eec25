import { X509Certificate } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { type Client, current, started, zone } from "../support/client";

let client: Client;
beforeEach(async () => {
  client = await started({ taskMs: 100, recoverMs: 300 });
});
afterEach(() => client.emulator.close());

async function running(patch: object = {}): Promise<string> {
  const id = await client.create(current(patch));
  await client.running(id);
  return id;
}

const single = { product_id: "redis.single.xu1.large.2-h", available_zones: [zone.one] };
const cluster = { product_id: "redis.cluster.xu1.large.r2.4-h", capacity: 4 };

type Job = { readonly status: string; readonly fail_reason: string | null };

async function jobOf(id: unknown, done: (job: Job) => boolean): Promise<Job> {
  const deadline = Date.now() + 4000;
  for (;;) {
    const job = (await client.v2("GET", `/jobs/${id}`)).body as unknown as Job;
    if (done(job) || Date.now() > deadline) return job;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const switchTo = (id: string, enabled: unknown) => client.v2("PUT", `/instances/${id}/ssl`, { enabled });
const idOfJob = (body: unknown) => (body as { job_id: string }).job_id;

test("TLS is switched on by a restart, and the job goes from INIT to SUCCESS", async () => {
  const id = await running();
  expect((await client.v2("GET", `/instances/${id}/ssl`)).status).toBe(204);
  const reply = await switchTo(id, true);
  expect(reply).toMatchObject({ status: 200, body: { instance_id: id } });
  const job = idOfJob(reply.body);
  expect((await jobOf(job, () => true)).status).toBe("INIT");
  expect((await client.v2("GET", `/instances/${id}`)).body.status).toBe("RESTARTING");
  expect((await jobOf(job, ({ status }) => status !== "INIT")).status).toBe("RUNNING");
  expect((await jobOf(job, ({ status }) => status !== "RUNNING")).status).toBe("SUCCESS");
  expect((await client.v2("GET", `/instances/${id}/ssl`)).body).toMatchObject({ enabled: true, ssl_validated: true });
  expect((await client.v2("GET", `/instances/${id}`)).body).toMatchObject({ status: "RUNNING", enable_ssl: true });
});

test("TLS that was switched off again is told as off", async () => {
  const id = await running();
  for (const enabled of [true, false]) {
    await switchTo(id, enabled);
    await client.running(id);
  }
  expect((await client.v2("GET", `/instances/${id}/ssl`)).body).toMatchObject({ enabled: false });
});

test.each<[string, object]>([
  ["5.0", { engine_version: "5.0" }],
  ["a proxy cluster", { product_id: "redis.proxy.xu1.large.4-h", capacity: 4 }],
])("%s has no TLS", async (_, patch) => {
  const id = await running(patch);
  expect((await switchTo(id, true)).body.error_code).toBe("DCS.4201");
  const { body } = await client.v2("GET", `/instances/${id}`);
  expect(body).toMatchObject({ features: { support_ssl: false } });
});

test("A switch that is neither on nor off is refused", async () => {
  expect((await switchTo(await running(single), "true")).body.error_code).toBe("DCS.4202");
});

test("A cluster recovers for a while after it was built", async () => {
  const id = await running(cluster);
  expect((await switchTo(id, true)).body.error_code).toBe("DCS.4104");
  await new Promise((resolve) => setTimeout(resolve, 350));
  expect((await switchTo(id, true)).status).toBe(200);
});

test("The job of a switch that failed says so", async () => {
  const id = await running();
  client.emulator.fault({ with: { kind: "fails", operation: "restart", errorCode: "dcs.03.0001" } });
  const { body } = await switchTo(id, true);
  const job = await jobOf(idOfJob(body), ({ status }) => status === "FAIL" || status === "SUCCESS");
  expect(job).toMatchObject({ status: "FAIL", fail_reason: "dcs.03.0001" });
});

test("A job of somebody else, or none, is unknown", async () => {
  expect((await client.v2("GET", "/jobs/0f9f4c1e-6f0e-4c58-9a55-2f6b6b4f1c10")).body.error_code).toBe("DCS.4133");
});

test("The certificate comes as a zip behind a link that needs no credential", async () => {
  const id = await running({ engine_version: "5.0" });
  const offered = (await client.v2("POST", `/instances/${id}/ssl-certs/download`)).body as unknown as { link: string };
  const response = await fetch(offered.link);
  expect(response.headers.get("content-type")).toBe("application/zip");
  const zip = Buffer.from(await response.arrayBuffer());
  const [nameLength, packedLength] = [zip.readUInt16LE(26), zip.readUInt32LE(18)];
  expect(zip.subarray(30, 30 + nameLength).toString()).toBe("ca.crt");
  const text = inflateRawSync(zip.subarray(30 + nameLength, 30 + nameLength + packedLength)).toString();
  expect(new X509Certificate(text).ca).toBe(true);
  expect((await fetch(offered.link.replace(/Signature=.*/, "Signature=other"))).status).toBe(403);
  client.emulator.skewClock(48 * 60 * 60 * 1000);
  expect((await fetch(offered.link)).status).toBe(403);
});
