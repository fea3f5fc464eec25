import { secret } from "@pulumi/pulumi";
import { DcsInstance, type DcsInstanceArgs } from "pulumi-otc-dcs";
import { type Emulator, startEmulator } from "../../../emulator";
import { modifyingCalls } from "../support/calls";
import { EngineStack, succeeded } from "../support/stack";
import { first } from "./rows/row";

const program =
  (args: Partial<DcsInstanceArgs>, resource = "cache") =>
  async () => {
    new DcsInstance(resource, { ...(first as DcsInstanceArgs), name: "kept-cache", ...args });
  };

// The first edition cannot shrink, so only a replacement could take this back.
const LARGER = { capacity: 4 };

const REFUSED = /was changed outside of Pulumi, and only a replacement/;

describe("a cache that others change between updates", () => {
  let dcs: Emulator;
  let stack: EngineStack;
  let calls: () => ReadonlyArray<{ readonly call: string }>;
  const id = () => dcs.instances()[0]?.id ?? "";
  const losses = () => calls().filter(({ call }) => call.startsWith("DELETE") || call === "POST /instances");

  beforeEach(async () => {
    dcs = await startEmulator({ redis: false, createMs: 5, deleteMs: 5, extendMs: 5 });
    stack = await EngineStack.create(dcs.env);
    calls = modifyingCalls(dcs);
  });
  afterEach(async () => {
    await stack.close();
    await dcs.close();
  });

  test("is not replaced after an update of something else has met what was changed", async () => {
    await succeeded(stack.up(program({})));
    calls();
    dcs.tamper(id(), LARGER);
    await succeeded(stack.up(program({ description: "carts" })));
    const up = await stack.up(program({ description: "carts" }));
    expect(up.output).toMatch(REFUSED);
    expect(losses()).toEqual([]);
    await succeeded(stack.up(program({ description: "carts", capacity: 4 })));
    expect((await succeeded(stack.up(program({ description: "carts", capacity: 4 })))).changes).toEqual({ same: 2 });
  });

  test("stays protected, and the refusal says how to go on", async () => {
    await succeeded(stack.up(program({ deletionProtection: true })));
    dcs.tamper(id(), LARGER);
    await succeeded(stack.refresh());
    const preview = await stack.preview(program({ deletionProtection: true }));
    expect(preview.output).toMatch(REFUSED);
    expect(preview.output).toMatch(/protected by deletionProtection, too.*declare what is there together with/s);
  });

  test("is taken over by a renamed resource, and stays when the old entry goes one run later", async () => {
    await succeeded(stack.up(program({}, "old")));
    calls();
    const both = async () => {
      await program({}, "old")();
      await program({ adoptInstanceId: id() }, "new")();
    };
    const [old] = await stack.caches();
    const target = [String(old?.urn).replace(/::old$/, "::new")];
    await succeeded(stack.up(both, { target }));
    await succeeded(stack.up(program({ adoptInstanceId: id() }, "new")));
    expect(losses()).toEqual([]);
    expect((await stack.caches()).map(({ urn }) => urn.split("::").at(-1))).toEqual(["new"]);
  });

  test("keeps what the program holds secret out of the state, whatever a refresh finds", async () => {
    const SECRET = "Local-Kettle-description";
    await succeeded(stack.up(program({ description: secret(SECRET) })));
    dcs.tamper(id(), { description: "typed into the console" });
    await succeeded(stack.refresh());
    expect(await stack.stored()).not.toContain(SECRET);
  });
});
