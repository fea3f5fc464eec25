import { type Emulator, startEmulator } from "../../../../emulator";
import { dcsInstance } from "../../../../provider/dcs-instance/resource";
import { methodsOf } from "../../../../provider/resource/methods";
import { current as request } from "../../emulator/support/client";
import { current } from "../../support/inputs";

/*
 * Two runs, one after the other, in one provider process. Both are led to the same project, and so share a client: what
 * is shared beside it would show.
 */

const methods = methodsOf(dcsInstance);

let dcs: Emulator;
let lines: string[];

beforeAll(async () => {
  dcs = await startEmulator({ redis: false, createMs: 5, deleteMs: 5 });
});
afterAll(() => dcs.close());

beforeEach(() => {
  lines = [];
  jest.spyOn(console, "log").mockImplementation((line) => void lines.push(line));
});
afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(dcs.instances().map(({ id }) => dcs.remove(id)));
});

/** Begins a run of a stack whose config leads to the local DCS. */
async function beginRun(more: Record<string, string> = {}): Promise<void> {
  const { OS_AUTH_URL, OS_USERNAME, OS_PASSWORD, OS_DOMAIN_NAME, OS_PROJECT_NAME, OS_REGION_NAME } = dcs.env;
  const config: Record<string, string | undefined> = {
    "otc:authUrl": OS_AUTH_URL,
    "otc:userName": OS_USERNAME,
    "otc:password": OS_PASSWORD,
    "otc:domainName": OS_DOMAIN_NAME,
    "otc:projectName": OS_PROJECT_NAME,
    "otc:region": OS_REGION_NAME,
    ...more,
  };
  await methods.configure({ config: { get: (key: string) => config[key] } as never });
}

const existing = async (name: string): Promise<string> => (await dcs.foreign({ ...request(), name })).id;

const stateOf = (patch: object = {}) => ({ ...current(patch), status: "RUNNING" });
const another = { engineVersion: "5.0" };

describe("The second of two runs in one process", () => {
  test("repeats a warning of the first run", async () => {
    const warnings = () => lines.filter((line) => line.startsWith("warning: certificates are not verified"));
    const carelessly = { "otc:insecure": "true", "otc:liveChecks": "false" };
    await beginRun(carelessly);
    for (const name of ["sessions", "carts"]) await methods.check({}, current({ name }));
    expect(warnings()).toHaveLength(1);
    await beginRun(carelessly);
    await methods.check({}, current());
    expect(warnings()).toHaveLength(2);
  });

  test("can use what the first run had claimed", async () => {
    const adopted = current({ adoptInstanceId: await existing("sessions") });
    await beginRun();
    await methods.create(adopted);
    await expect(methods.create(adopted)).rejects.toThrow(
      /cache "sessions" \([^)]+\) belongs to another resource of this program/,
    );
    await beginRun();
    expect(await methods.create(adopted)).toMatchObject({ id: adopted.adoptInstanceId });
  });

  test("deletes an instance that the first run took over", async () => {
    const id = await existing("sessions");
    await beginRun();
    await methods.create(current({ adoptInstanceId: id }));
    await methods.delete(id, stateOf());
    expect(dcs.instances().map((one) => one.id)).toEqual([id]);
    await beginRun();
    await methods.delete(id, stateOf());
    expect(dcs.instances()).toEqual([]);
  });

  test("does not count a name as free because the first run replaced its instance", async () => {
    const [sessions, carts] = [await existing("sessions"), await existing("carts")];
    const renamed = () => methods.diff(carts, stateOf({ name: "carts" }), current(another));
    await beginRun();
    await methods.diff(sessions, stateOf(), current(another));
    expect(await renamed()).toMatchObject({ replaces: ["engineVersion"] });
    await beginRun();
    await expect(renamed()).rejects.toThrow(`an instance named "sessions" exists already: ${sessions}`);
  });

  test("does not count as a refresh because the first run read the cache", async () => {
    const id = await existing("sessions");
    const kept = stateOf({ deletionProtection: true });
    const replaced = () => methods.diff(id, kept, current({ ...another, deletionProtection: true }));
    await beginRun();
    await methods.read(id, kept);
    expect(await replaced()).toMatchObject({ replaces: ["engineVersion"] });
    await beginRun();
    await expect(replaced()).rejects.toThrow(/is protected by deletionProtection/);
  });

  test("does not count a create as a replacement because the cache existed in the first run", async () => {
    const id = await existing("sessions");
    await beginRun();
    await methods.check(stateOf(), current());
    expect(await methods.check({}, current())).toMatchObject({ failures: [] });
    await beginRun();
    expect(await methods.check({}, current())).toMatchObject({
      failures: [{ property: "name", reason: expect.stringContaining(`exists already: ${id}`) }],
    });
  });

  test("does not know that the first run ran the program", async () => {
    const hint = /refresh and destroy are given the stack's config of the last `pulumi up`/;
    const outdated = { "otc:password": "Green_Kettle8", "otc:liveChecks": "false" };
    const id = await existing("sessions");
    await beginRun(outdated);
    await methods.check({}, current());
    await expect(methods.read(id, stateOf())).rejects.not.toThrow(hint);
    await beginRun(outdated);
    await expect(methods.read(id, stateOf())).rejects.toThrow(hint);
  });
});
