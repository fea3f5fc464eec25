import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Emulator, startEmulator } from "../../../emulator";
import { encodings } from "../support/encodings";
import { EngineStack, succeeded } from "../support/stack";
import { PASSPHRASE, PASSWORD, programOf, type ReleasedStack } from "./release";

const files = readdirSync(__dirname).filter((file) => file.endsWith(".json"));

test("there is a stack of a release", () => {
  expect(files).toContainEqual(expect.stringMatching(/^\d+\.\d+\.\d+.*\.json$/));
});

describe.each(files)("the stack of %s", (file) => {
  const text = readFileSync(path.join(__dirname, file), "utf8");
  const { version, program, world, stack: state }: ReleasedStack = JSON.parse(text);
  const caches = program.filter(({ type }) => type === "DcsInstance").length;
  let dcs: Emulator;
  let stack: EngineStack;

  beforeAll(async () => {
    dcs = await startEmulator({ redis: false, deleteMs: 100, taskMs: 100 });
    await dcs.putBack(world, PASSWORD);
    stack = await EngineStack.create({ ...dcs.env, PULUMI_CONFIG_PASSPHRASE: PASSPHRASE });
    await stack.import(state);
  });
  afterAll(async () => {
    await stack?.close();
    await dcs?.close();
  });

  const ids = () => dcs.instances().map(({ id }) => id);
  const orders = () =>
    dcs.journal.filter(({ method, path }) => method === "POST" && /\/(instances|backups|restores)$/.test(path));

  test("is of the release that its name says, and holds its password encrypted only", () => {
    expect(file).toBe(`${version}.json`);
    expect(encodings(PASSWORD).filter((form) => text.includes(form))).toEqual([]);
    expect(text).toContain('"ciphertext"');
  });

  test("refreshes without drift", async () => {
    const { changes, output } = await succeeded(stack.refresh());
    expect(changes).toEqual({ same: program.length + 1 });
    expect(output).not.toMatch(/drift|changed outside|next .pulumi up./i);
  });

  test("changes one property of each cache in place, and orders nothing", async () => {
    const before = ids();
    const changed = await succeeded(stack.up(programOf(program, { description: "changed by a later release" })));
    expect(changed.changes).toEqual({ same: program.length + 1 - caches, update: caches });
    expect(ids()).toEqual(before);
    expect(orders()).toEqual([]);
    expect(dcs.instances().map(({ description }) => description)).toEqual(
      Array.from({ length: caches }, () => "changed by a later release"),
    );
  });

  test("is destroyed, and leaves no instance", async () => {
    await succeeded(stack.destroy());
    expect(ids()).toEqual([]);
  });
});
