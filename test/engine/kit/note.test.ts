import type { Values } from "../../../provider/resource/describe/argument";
import { longTest } from "../../support/long";
import { strike } from "../interruptions/interruption";
import { EngineStack, type Outcome, succeeded } from "../support/stack";
import { NoteResource } from "./note";
import { NoteServer } from "./note-server";

const SECRET = "Local-Kettle-1";

const program = (args: Values) => async () => {
  new NoteResource("list", args);
};

describe("a resource type of a hundred lines, built on the kit", () => {
  let server: NoteServer;
  let stack: EngineStack;
  let outputs = "";
  const declared = { name: "shopping", text: SECRET };

  const seen = async (run: Promise<Outcome>): Promise<Outcome> => {
    const outcome = await run;
    outputs += outcome.output;
    return outcome;
  };
  const only = () => [...server.notes.values()][0];

  beforeAll(async () => {
    server = await NoteServer.start();
    stack = await EngineStack.create({
      NOTES_URL: server.url,
      // The provider process loads this test's own TypeScript.
      NODE_OPTIONS: `--require ${require.resolve("ts-node/register/transpile-only")}`,
    });
  });
  afterAll(async () => {
    await stack?.close();
    await server?.close();
  });

  test("preview tells two mistakes at once and does not show the secret", async () => {
    const preview = await seen(stack.preview(program({ name: "ab", text: "Local-Kettle-1-is-much-too-long" })));
    expect(preview.failed).toBe(true);
    expect(preview.output).toMatch(/name .*"ab" is not valid: use at least three letters/);
    expect(preview.output).toMatch(/text: the given text \(not shown\) is not valid: use up to 20 letters/);
    expect(server.changes).toEqual([]);
  });

  test("up makes it, and a second up changes nothing", async () => {
    expect(await seen(succeeded(stack.up(program(declared))))).toMatchObject({ changes: { create: 2 } });
    expect(only()).toMatchObject(declared);
    expect(await seen(succeeded(stack.up(program(declared))))).toMatchObject({ changes: { same: 2 } });
    expect(server.changes).toEqual(["POST"]);
  });

  longTest("a change in place keeps it", async () => {
    const { id } = only() ?? {};
    await seen(succeeded(stack.up(program({ ...declared, text: `${SECRET}2` }))));
    expect(only()).toMatchObject({ id, text: `${SECRET}2` });
    await seen(succeeded(stack.up(program(declared))));
  });

  longTest("what is changed outside of Pulumi shows in a refresh and is put back", async () => {
    Object.assign(only() ?? {}, { text: "scribbled over" });
    const refresh = await seen(succeeded(stack.refresh()));
    expect(refresh.output).toContain(
      'note "shopping": text was changed outside of Pulumi: [secret] -> [secret]. The next `pulumi up` would change it back, in place',
    );
    await seen(succeeded(stack.up(program(declared))));
    expect(only()?.text).toBe(SECRET);
  });

  test("a change of what is fixed replaces it, as preview announces", async () => {
    const { id } = only() ?? {};
    const renamed = { ...declared, name: "errands" };
    const preview = await seen(succeeded(stack.preview(program(renamed))));
    expect(preview.output).toContain(
      'note "shopping": name "shopping" -> "errands" replaces the note: its id and its text are lost (name is fixed when the note is made)',
    );
    await seen(succeeded(stack.up(program(renamed))));
    expect(server.notes.has(String(id))).toBe(false);
    expect(only()).toMatchObject({ name: "errands" });
    await seen(succeeded(stack.destroy()));
    expect(server.notes.size).toBe(0);
  });

  longTest("a create that fails is removed and leaves nothing in the state", async () => {
    server.next = { status: "TORN", after: 5 };
    const up = await seen(stack.up(program(declared)));
    expect(up.failed).toBe(true);
    expect(up.output).toMatch(/note "shopping" \(.*\) ended as TORN.*has been removed/);
    expect(server.notes.size).toBe(0);
  });

  longTest("a create that takes too long keeps its id, and the next up goes on waiting", async () => {
    server.next = { status: "READY", after: 3_000 };
    const hurried = async () => {
      new NoteResource("list", declared, { customTimeouts: { create: "1s" } });
    };
    const up = await seen(stack.up(hurried));
    expect(up.failed).toBe(true);
    expect(up.output).toMatch(/still creating after 1 s.*run `pulumi up` again to go on waiting/);
    await seen(succeeded(stack.up(hurried)));
    expect(only()?.status).toBe("READY");
    expect(server.changes.filter((change) => change === "POST")).toHaveLength(4);
  });

  longTest("a run that is killed while it waits is gone on with, and nothing is made twice", async () => {
    await seen(succeeded(stack.destroy()));
    server.next = { status: "READY", after: 6_000 };
    server.changes.length = 0;
    const up = stack.up(program(declared));
    while (server.changes.length === 0) await new Promise((wake) => setTimeout(wake, 50));
    const end = await strike(stack, "cli", "SIGKILL");
    await up;
    end();
    await stack.cancel();
    await seen(succeeded(stack.up(program(declared))));
    expect(server.changes).toEqual(["POST"]);
    expect([...server.notes.values()]).toEqual([expect.objectContaining({ ...declared, status: "READY" })]);
  });

  test("destroy leaves nothing, and the secret stands nowhere", async () => {
    await seen(succeeded(stack.destroy()));
    expect(server.notes.size).toBe(0);
    expect(outputs + (await stack.stored())).not.toContain(SECRET);
  });
});
