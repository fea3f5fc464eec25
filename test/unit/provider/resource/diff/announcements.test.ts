import { runtime } from "@pulumi/pulumi";
import { dcsInstance } from "../../../../../provider/dcs-instance/resource";
import { asValues } from "../../../../../provider/dcs-instance/values/as-values";
import { driftLines, noticeLines, replacementLines } from "../../../../../provider/resource/diff/announcements";
import { READ } from "../../../support/calls";
import { current, ID, POLICY, seed, served } from "../../../support/inputs";
import { read } from "../../../support/kit";
import { scripted } from "../../../support/scripted";
import { held, state, stored } from "../../../support/states";

const program = (patch: object = {}) => asValues(current(patch));

describe("Preview says of a replacement", () => {
  test("that a capacity of 3.0 can only grow in place", () => {
    const [line] = replacementLines(dcsInstance, state(seed({ capacity: 4 })), asValues(seed()), ["capacity"]);
    expect(line).toContain("capacity 4 -> 2 replaces the cache: its data, backups and address are lost");
    expect(line).toContain("capacity can only grow in place");
  });

  test("what changes, what is lost, and how to avoid it", () => {
    const [line] = replacementLines(
      dcsInstance,
      stored({ privateIp: "192.168.0.7" }),
      program({ privateIp: "192.168.0.9" }),
      ["privateIp"],
    );
    expect(line).toContain('cache "sessions": privateIp "192.168.0.7" -> "192.168.0.9" replaces the cache');
    expect(line).toContain("its data, backups and address are lost");
    expect(line).toContain("leave privateIp out");
  });

  test("that there is no cache for a while, unless a new name lets both exist at once", () => {
    const inOrder = (patch: object) =>
      replacementLines(dcsInstance, stored(), program({ port: 6380, ...patch }), ["port"]);
    expect(inOrder({})).toEqual([
      expect.stringMatching(/old cache is deleted before the new one is ordered, so there is no cache/),
    ]);
    expect(inOrder({ name: "carts" })).toEqual([expect.stringMatching(/new cache is created first/)]);
  });

  test("no password", () => {
    const [line] = replacementLines(dcsInstance, stored(), program({ password: "Green_Kettle8" }), ["password"]);
    expect(line).toContain("[secret] -> [secret]");
    expect(line).not.toMatch(/Kettle/);
  });

  test("in words that a value is not known yet or not set", () => {
    const [line] = replacementLines(dcsInstance, stored(), program({ privateIp: runtime.unknownValue }), ["privateIp"]);
    expect(line).toContain("(not set) -> (known after the update)");
  });
});

describe("Preview says of a removed argument", () => {
  test("that the service keeps a backup policy, made manual", () => {
    const [line, ...others] = noticeLines(dcsInstance, stored({ instanceBackupPolicy: POLICY }), program(), [
      "instanceBackupPolicy",
    ]);
    expect(line).toMatch(/^cache "sessions": instanceBackupPolicy is no longer declared: .*made manual/);
    expect(others).toEqual([]);
  });

  test("that the maintenance window returns to the default", () => {
    const before = stored({ maintainBegin: "22:00:00", maintainEnd: "02:00:00" });
    expect(noticeLines(dcsInstance, before, program(), ["maintainBegin", "maintainEnd"])).toEqual([
      expect.stringContaining("the window returns to the default, 02:00:00 to 06:00:00"),
    ]);
  });

  test("that a password will be changed and what to do then, because Pulumi does not show it", () => {
    const [line] = noticeLines(dcsInstance, stored(), program({ password: "Green_Kettle8" }), ["password"]);
    expect(line).toBe('cache "sessions": password will be changed; data and address stay; give clients the new one');
  });

  test("nothing when the argument has another value", () => {
    expect(
      noticeLines(dcsInstance, stored(), program({ instanceBackupPolicy: POLICY }), ["instanceBackupPolicy"]),
    ).toEqual([]);
  });
});

describe("Refresh says of a cache that was changed outside", () => {
  const [then, now] = [stored({ description: "cart store" }), stored({ description: "changed" })];

  test("what was declared, what is there, and that the next up would change it back", () => {
    expect(driftLines(dcsInstance, then, now, held(program({ description: "cart store" })))).toEqual([
      'cache "sessions": description was changed outside of Pulumi: "cart store" -> "changed". The next `pulumi up` would change it back, in place',
    ]);
  });

  test("that the next up would stop if only a replacement could change it back", () => {
    const larger = state(seed({ capacity: 4 }));
    const line = 'cache "dcs-a11e": capacity was changed outside of Pulumi: 2 -> 4. The next `pulumi up` would';
    expect(driftLines(dcsInstance, state(seed()), larger, held(seed()))).toEqual([
      `${line} stop, because only a replacement could change it back: declare 4 to keep the cache`,
    ]);
    expect(driftLines(dcsInstance, state(seed()), larger, held(seed({ replaceOnDrift: true })))).toEqual([
      `${line} replace the cache, because replaceOnDrift is true`,
    ]);
  });

  test("that a size changed in the console is put back in place", () => {
    expect(driftLines(dcsInstance, stored(), stored({ capacity: 4 }), held(program()))).toEqual([
      'cache "sessions": capacity was changed outside of Pulumi: 2 -> 4. The next `pulumi up` would change it back, in place',
    ]);
  });

  test("again as long as it is not what the program declares", () => {
    expect(driftLines(dcsInstance, now, now, held(program({ description: "cart store" })))).toHaveLength(1);
  });

  test("that an argument which the program does not declare stays", () => {
    expect(driftLines(dcsInstance, then, now, held(program()))).toEqual([
      expect.stringMatching(/does not declare it, so it stays/),
    ]);
    expect(driftLines(dcsInstance, now, now, held(program()))).toEqual([]);
  });

  test("that it is used without the declared password, and never shows that", async () => {
    const said = jest.spyOn(console, "log").mockImplementation(() => {});
    const dcs = scripted({ [READ]: [served({ no_password_access: "true" })] });
    await read(dcs, ID, current(), stored({ noPasswordAccess: false }));
    const lines = said.mock.calls.flat();
    said.mockRestore();
    expect(lines).toEqual([expect.stringMatching(/noPasswordAccess was changed outside of Pulumi: false -> true/)]);
    expect(lines.join()).not.toMatch(/Kettle/);
  });

  test("nothing when it is untouched, or when nothing was known before", () => {
    expect(driftLines(dcsInstance, stored(), stored(), held(program()))).toEqual([]);
    expect(driftLines(dcsInstance, {}, stored(), held({}))).toEqual([]);
  });
});

test("A replacement that replaceOnChanges asks for names that as the reason", () => {
  const now = program({ description: "b", replaceOnChanges: ["description"] });
  expect(replacementLines(dcsInstance, stored(), now, ["description"])).toEqual([
    expect.stringMatching(/description is listed in replaceOnChanges; take it off the list to keep the cache/),
  ]);
});
