import { secret } from "@pulumi/pulumi";
import { DcsInstance, type DcsInstanceArgs } from "pulumi-otc-dcs";
import { type Emulator, startEmulator } from "../../../emulator";
import { EVERYTHING } from "../../support/everything";
import type { ModifyingCall } from "../support/calls";
import { type CacheState, EngineStack, type Outcome, succeeded } from "../support/stack";
import { decrypted, modify, newPassword, resize, single, tag, withPassword } from "./rows/row";
import { type ByResource, Follower } from "./support/witnesses";

/** Refusals that ask to come later, in the spellings of both generations of the service. */
const BUSY = {
  "a job still runs": "111400017",
  "another state": "DCS.4026",
  "not running": "DCS.4049",
  "backing up": "111400096",
  restoring: "DCS.4097",
  recovering: "111400104",
  "an order in process": "DCS.4108",
  restarting: "111400111",
  extending: "DCS.4113",
  configuring: "111400114",
  "changing the password": "DCS.4115",
  upgrading: "DCS.4116",
  "rolling back": "DCS.4117",
  creating: "111400118",
} as const;

/** The unit tests have all spellings; one of each generation stands for them in `npm test`. */
const reasons = Object.keys(BUSY).slice(0, EVERYTHING ? undefined : 2);

const busyName = (reason: string): string => `busy-${reason.replaceAll(" ", "-")}`;
const PASSING = ["EXTENDING", ...(EVERYTHING ? ["RESTARTING", "RESTORING", "BACKUPING"] : [])];
const passingName = (status: string): string => `while-${status.toLowerCase()}`;

const program =
  (changed: boolean, four: Partial<DcsInstanceArgs> = {}) =>
  async () => {
    const described = { ...single, description: changed ? "baskets" : "carts" } as DcsInstanceArgs;
    for (const reason of reasons) new DcsInstance(busyName(reason), described);
    for (const status of PASSING) new DcsInstance(passingName(status), described);
    new DcsInstance("four", { ...withPassword, ...four } as DcsInstanceArgs);
  };

const fourChanges = {
  description: "carts",
  tags: { team: "shop" },
  password: secret("Local-Kettle-2"),
  capacity: 4,
};

/** Waits until the instance has been looked at `times` more times. */
async function lookedAt(dcs: Emulator, id: string, times: number): Promise<void> {
  const looks = () => dcs.journal.filter(({ method, path }) => method === "GET" && path.endsWith(`/${id}`)).length;
  const wanted = looks() + times;
  while (looks() < wanted) await new Promise((wake) => setTimeout(wake, 20));
}

describe("an update that meets obstacles", () => {
  let dcs: Emulator;
  let stack: EngineStack;
  let before: ByResource<CacheState>;
  let waited: ByResource<ModifyingCall[]>;
  let changed: ByResource<CacheState>;
  let failed: Outcome;
  let left: ByResource<CacheState>;
  let calls: ByResource<ModifyingCall[]>;
  let second: ByResource<ModifyingCall[]>;
  let done: ByResource<CacheState>;

  beforeAll(async () => {
    dcs = await startEmulator({ redis: false, createMs: 5, deleteMs: 5, extendMs: 5 });
    stack = await EngineStack.create(dcs.env);
    const follower = new Follower(stack, dcs);
    await succeeded(stack.up(program(false)));
    ({ states: before } = await follower.read());
    const idOf = (name: string): string => before.get(name)?.id ?? "";
    for (const [reason, code] of Object.entries(BUSY).slice(0, reasons.length)) {
      const on = { method: "PUT", path: new RegExp(`/${idOf(busyName(reason))}$`) };
      dcs.answerNext(on, { status: 400, body: { error: { code, message: reason, ext_message: null } } });
    }
    for (const status of PASSING) {
      const id = idOf(passingName(status));
      dcs.tamper(id, { status });
      void lookedAt(dcs, id, 1).then(() => dcs.tamper(id, { status: "RUNNING" }));
    }
    await succeeded(stack.up(program(true)));
    ({ calls: waited, states: changed } = await follower.read());
    dcs.answerNext(
      { method: "PUT", path: new RegExp(`/${idOf("four")}/password$`) },
      { status: 403, body: { error: { code: "DCS.2007", message: "Policy forbids it.", ext_message: null } } },
    );
    failed = await stack.up(program(true, fourChanges));
    ({ calls, states: left } = await follower.read());
    await succeeded(stack.up(program(true, fourChanges)));
    ({ calls: second, states: done } = await follower.read());
  });
  afterAll(async () => {
    await stack?.close();
    await dcs?.close();
  });

  const made = (name: string, of: ByResource<ModifyingCall[]>) =>
    of.get(name)?.map(({ call, body }) => ({ call, body }));

  describe("four changes of which the third fails", () => {
    test("up fails with the cache and the service's words", () => {
      expect(failed.failed).toBe(true);
      expect(failed.output).toMatch(/cache "four-test" .* was not updated: .*DCS\.2007/);
    });

    test("the state holds what was done and nothing else", () => {
      expect(made("four", calls)).toEqual([
        modify({ description: "carts" }),
        tag("create", ["team", "shop"]),
        newPassword,
      ]);
      expect(left.get("four")?.outputs).toMatchObject({ description: "carts", tags: { team: "shop" }, capacity: 2 });
      expect(left.get("four")?.outputs.password).toEqual(decrypted("Local-Kettle-1"));
    });

    test("the next up does the rest and no more", () => {
      expect(made("four", second)).toEqual([newPassword, resize("redis.ha.xu1.large.r2.4", 4)]);
      expect(done.get("four")?.id).toBe(before.get("four")?.id);
      expect(done.get("four")?.outputs).toMatchObject({ description: "carts", tags: { team: "shop" }, capacity: 4 });
      expect(done.get("four")?.outputs.password).toEqual(decrypted("Local-Kettle-2"));
    });
  });

  test.each(reasons)("a service that answers busy (%s) is asked again until it takes the change", (reason) => {
    const change = modify({ description: "baskets" });
    expect(made(busyName(reason), waited)).toEqual([change, change]);
    expect(changed.get(busyName(reason))?.outputs).toMatchObject({ description: "baskets", status: "RUNNING" });
  });

  test.each(PASSING)("an instance that is %s is waited for before it is changed", (status) => {
    expect(made(passingName(status), waited)).toEqual([modify({ description: "baskets" })]);
    expect(changed.get(passingName(status))?.outputs).toMatchObject({ description: "baskets", status: "RUNNING" });
  });
});
