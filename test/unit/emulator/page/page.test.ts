import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { current } from "../support/client";
import { until } from "../support/wire";
import { Reader } from "./reader";

let reader: Reader;
beforeEach(async () => {
  reader = await Reader.start();
});
afterEach(() => reader.emulator.close());

const root = join(__dirname, "../../../..");
const browserFiles = "emulator/http/page/browser";

test("A browser gets the page at /, and every other client IAM's versions as before", async () => {
  const page = await reader.get("/");
  expect([page.status, page.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
  expect(page.text).toContain("<h1>Local DCS</h1>");
  const asClients: Record<string, string>[] = [{}, { accept: "*/*" }, { accept: "application/json, text/plain, */*" }];
  for (const headers of asClients) {
    const versions = await reader.get("/", headers);
    expect(versions.status).toBe(300);
    expect(JSON.parse(versions.text).versions.values).toMatchObject([{ id: "v3.6" }]);
  }
});

test("Looking at the page is no call: it is not counted, wakes no fault, and meets none", async () => {
  const fault = reader.emulator.fault({ times: Number.POSITIVE_INFINITY, with: { kind: "status", status: 503 } });
  const before = reader.emulator.journal.length;
  for (const path of ["/", "/_emulator/page/theme.css", "/_emulator/page/parts", "/favicon.ico"]) {
    expect([path, (await reader.get(path)).status]).toEqual([path, 200]);
  }
  await reader.get("/.well-known/appspecific/com.chrome.devtools.json");
  expect(reader.emulator.journal).toHaveLength(before);
  expect(fault.hits).toBe(0);
  expect((await reader.get("/v3", {})).status).toBe(503);
});

test("The page loads files of its own only, all of them are served, and the package ships them", async () => {
  const { text } = await reader.get("/");
  const loaded = [...text.matchAll(/(?:src|href)="([^#"]+)"/g)].map(([, address]) => String(address));
  expect(loaded.length).toBeGreaterThan(2);
  const files = readdirSync(join(root, browserFiles)).map((name) => `/_emulator/page/${name}`);
  expect(files).toEqual(expect.arrayContaining(loaded));
  for (const file of files) expect([file, (await reader.get(file)).status]).toEqual([file, 200]);
  const sources = files.map((file) => readFileSync(join(root, browserFiles, String(file.split("/").at(-1))), "utf8"));
  expect(sources.join("").replace("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:/);
  const built = join(root, "dist/emulator/browser");
  const shipped = files.map((file) => readFileSync(join(built, String(file.split("/").at(-1))), "utf8"));
  expect(shipped).toEqual(sources);
  expect(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).files).toContain("dist/emulator");
});

test("A file outside of the page's own is not served", async () => {
  for (const name of ["../page.ts", "..%2fpage.ts", "page.ts", "constructor"]) {
    expect((await reader.get(`/_emulator/page/${name}`)).status).not.toBe(200);
  }
});

test("Neither scripts nor styles stand in the page itself, so that its policy lets it work", async () => {
  await reader.client.create();
  const { text } = await reader.get("/");
  expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
});

test("An instance is shown with its settings and every state it was in, however short, until it is gone", async () => {
  const id = await reader.client.create(
    current({ description: "orders of the shop", tags: [{ key: "team", value: "shop" }] }),
  );
  await reader.client.running(id);
  const shown = await reader.part("instances");
  for (const text of ["orders-cache", "orders of the shop", "team = shop", "eu-de-01, eu-de-02", "set, not shown"]) {
    expect(shown).toContain(text);
  }
  expect(shown).toMatch(/aria-label="CREATING from [\d:]{8}, RUNNING from [\d:]{8}"/);
  await reader.client.dcs("DELETE", `/instances/${id}`);
  await until(() => reader.emulator.instances().length === 0);
  const left = await reader.part("instances");
  expect(left).toMatch(/CREATING from .*RUNNING from .*DELETING from [\d:]{8}, gone at [\d:]{8}"/);
});

test("Only what has changed since is told, once", async () => {
  const { newest } = await reader.renewal();
  const id = await reader.client.create();
  await reader.client.running(id);
  reader.emulator.tamper(id, { status: "ERROR" });
  const told = await reader.renewal(`since=${newest}`);
  expect(told.news).toEqual(["orders-cache is CREATING.", "orders-cache is RUNNING.", "orders-cache is ERROR."]);
  expect((await reader.renewal(`since=${told.newest}`)).news).toEqual([]);
});

test("The timeline covers the minutes that were chosen", async () => {
  await reader.client.create();
  expect((await reader.renewal("minutes=30")).parts.instances).toContain("30 min ago");
  expect((await reader.renewal("minutes=1000000")).parts.instances).toContain("2 min ago");
});

test("A name is text, whatever it looks like", async () => {
  const name = `<img src=x onerror="alert(1)">`;
  await reader.emulator.foreign({ name: "plain" });
  const [instance] = reader.emulator.instances();
  reader.emulator.tamper(String(instance?.id), { name, description: "</dd><script>alert(2)</script>" });
  for (const text of [(await reader.get("/")).text, await reader.part("instances")]) {
    expect(text).not.toMatch(/<img|<script>/);
    expect(text).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
  }
});

test("The variables are those that the command prints, and those of each way to sign in", async () => {
  const lines = (variables: Readonly<Record<string, string>>) =>
    Object.entries(variables)
      .map(([name, value]) => `export ${name}=${value}\n`)
      .join("");
  const { emulator } = reader;
  expect((await reader.get("/")).text).toContain(lines(emulator.env));
  const of = async (way: string) => (await reader.get(`/_emulator/page/variables?way=${way}`)).text;
  expect(await of("temporary-keys")).toBe(lines(emulator.signIn.temporaryKeys));
  expect(await of("no-such-way")).toBe(lines(emulator.env));
  const token = /OS_AUTH_TOKEN=(\S+)/.exec(await of("token"))?.[1] ?? "";
  expect((await reader.get("/v3/auth/projects", { "x-auth-token": token })).status).toBe(200);
});

test("Every field and button has a name for those who do not see it", async () => {
  await reader.desk("POST", "faults", { with: { kind: "hang" } });
  const { text } = await reader.get("/");
  const labelled = new Set([...text.matchAll(/<label for="([^"]+)"/g)].map(([, id]) => id));
  for (const [, id] of text.matchAll(/<(?:select|textarea) id="([^"]+)"/g)) expect(labelled).toContain(id);
  for (const [, inside] of text.matchAll(/<button[^>]*>(.*?)<\/button>/gs)) expect(inside).toMatch(/\w/);
  expect(text).toMatch(/aria-live="polite"/);
  expect(text).toContain('<html lang="en">');
});
