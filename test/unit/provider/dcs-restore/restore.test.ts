import { lookAhead } from "../../../../provider/dcs-restore/preview/look-ahead";
import type { Values } from "../../../../provider/resource/describe/argument";
import { lostAnswer, notFound } from "../../support/answers";
import {
  BACKUP,
  BACKUPS,
  backup,
  backupList,
  instanceIn,
  OTHER_BACKUP,
  RESTORE,
  RESTORES,
  restore,
  restoreList,
  restores,
  SUBJECT,
  subject,
} from "../../support/backups";
import { ID } from "../../support/inputs";
import { tellTimeOurselves, within } from "../../support/time";

tellTimeOurselves();

const inputs = { instanceId: ID, backupId: BACKUP };
const id = restore().restore_id;
const begun = { restore_id: id };
const none = restoreList();
const printed = () => jest.mocked(console.log).mock.calls.flat() as string[];
const state = { ...inputs, status: "succeed", name: "restore_20240115100000", __declared: ["instanceId", "backupId"] };

describe("A restore", () => {
  test("is done when its record has succeeded and the instance serves again", async () => {
    const { dcs, methods } = restores({
      [SUBJECT]: [subject(), subject({ status: "RESTORING" }), subject()],
      [RESTORES]: [none, restoreList(restore({ status: "restoring", progress: "40.00" })), restoreList(restore())],
      [RESTORE]: [begun],
    });
    const created = await within(20_000, methods.create({ ...inputs, remark: "back" }));
    expect(created).toMatchObject({ id, outs: { status: "succeed", backupName: "backup_20240115090000" } });
    expect(dcs.changes).toEqual([[RESTORE, { backup_id: BACKUP, remark: "back" }]]);
    expect(dcs.calls.filter((call) => call === SUBJECT)).toHaveLength(3);
  });

  test("tells how far it is", async () => {
    const halfway = restoreList(restore({ status: "restoring", progress: "40.00" }));
    const { methods } = restores({
      [RESTORES]: [none, ...Array(40).fill(halfway), restoreList(restore())],
      [RESTORE]: [begun],
    });
    await within(120_000, methods.create(inputs));
    expect(printed()).toContainEqual(expect.stringMatching(/status restoring, 40 %/));
  });

  test("whose answer was lost is looked for in the list, and none is begun again", async () => {
    const { dcs, methods } = restores({
      [RESTORES]: [none, none, restoreList(restore())],
      [RESTORE]: [lostAnswer("POST")],
    });
    expect(await within(20_000, methods.create(inputs))).toMatchObject({ id });
    expect(dcs.changes).toHaveLength(1);
  });

  test("that a run which was cut off has begun is gone on with", async () => {
    const { dcs, methods } = restores({
      [SUBJECT]: [subject({ status: "RESTORING" }), subject()],
      [RESTORES]: [restoreList(restore({ status: "restoring" })), restoreList(restore())],
    });
    expect(await within(20_000, methods.create(inputs))).toMatchObject({ id });
    expect(dcs.changes).toEqual([]);
  });

  test("that a run which was cut off has finished is not done again without being asked for", async () => {
    const { dcs, methods } = restores({ [RESTORES]: [restoreList(restore())] });
    await expect(within(1_000, methods.create(inputs))).rejects.toThrow(
      new RegExp(
        `^no restore was ordered: .* has one already that is as declared, ${id} .* take it over with \\\`adoptRestoreId: "${id}"\\\`\\. To have another one, which overwrites all data once more, declare another \\\`remark\\\`$`,
      ),
    );
    expect(dcs.changes).toEqual([]);
  });

  test("that was done already is taken over by adoptRestoreId, without an order", async () => {
    const { dcs, methods } = restores({ [RESTORES]: [restoreList(restore())] });
    expect(await within(1_000, methods.create({ ...inputs, adoptRestoreId: id }))).toMatchObject({ id });
    expect(dcs.changes).toEqual([]);
  });

  test("to take over must be as declared", async () => {
    const { dcs, methods } = restores({ [RESTORES]: [restoreList(restore({ backup_id: OTHER_BACKUP }))] });
    await expect(within(1_000, methods.create({ ...inputs, adoptRestoreId: id }))).rejects.toThrow(
      /^adoptRestoreId: cache "sessions" .* has no restore .* that is as declared/,
    );
    expect(dcs.changes).toEqual([]);
  });

  test("is ordered beside one with another remark, and beside one that failed", async () => {
    const others = [restore({ restore_id: OTHER_BACKUP }), restore({ restore_id: BACKUP, status: "failed" })];
    const [done, failed] = [{ ...others[0], restore_remark: "last year's" }, { ...others[1] }] as typeof others;
    const { dcs, methods } = restores({
      [RESTORES]: [restoreList(...([done, failed] as never[])), restoreList(restore())],
      [RESTORE]: [begun],
    });
    expect(await within(20_000, methods.create(inputs))).toMatchObject({ id });
    expect(dcs.changes).toHaveLength(1);
  });

  test("by other triggers is ordered although the one before stands in the list", async () => {
    const next = restore({ restore_id: OTHER_BACKUP, created_at: "2024-01-16T10:00:00.100Z" });
    const { dcs, methods } = restores({
      [RESTORES]: [restoreList(restore()), restoreList(next, restore())],
      [RESTORE]: [{ restore_id: OTHER_BACKUP }],
    });
    await methods.diff(id, { ...state, triggers: ["1"] }, { ...inputs, triggers: ["2"] });
    expect(await within(20_000, methods.create({ ...inputs, triggers: ["2"] }))).toMatchObject({ id: OTHER_BACKUP });
    expect(dcs.changes).toHaveLength(1);
  });

  test("that fails tells its code in words, and nothing is deleted", async () => {
    const failed = restoreList(restore({ status: "failed", error_code: "dcs.08.0007" }));
    const { dcs, methods } = restores({ [RESTORES]: [none, failed], [RESTORE]: [begun] });
    await expect(within(20_000, methods.create(inputs))).rejects.toThrow(
      /ended as failed: the nodes could not be synchronized during the restore \(dcs\.08\.0007\)\. Run `pulumi up` again to start afresh$/,
    );
    expect(dcs.changes).toHaveLength(1);
  });

  test("is deleted without a call", async () => {
    const { dcs, methods } = restores({});
    await methods.delete(id, state);
    expect(dcs.calls).toEqual([]);
  });
});

describe("A change of a restore", () => {
  const diff = (news: object) => restores({}).methods.diff(id, { ...state, triggers: ["1"] }, news);

  test.each([{ backupId: OTHER_BACKUP }, { triggers: ["2"] }])(
    "(%p) restores again, and preview says so",
    async (change) => {
      const answer = await diff({ ...inputs, triggers: ["1"], ...change });
      expect(answer).toMatchObject({ changes: true, replaces: Object.keys(change) });
      const lines = printed().filter((line) => line.includes("restores again, which overwrites all data of its cache"));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/^restore "restore_20240115100000": (backupId|triggers) .* -> /);
    },
  );

  test("fails at preview while the restore is protected", async () => {
    await expect(diff({ ...inputs, triggers: ["2"], deletionProtection: true })).rejects.toThrow(/deletionProtection/);
  });
});

describe("A refresh of a restore", () => {
  test("leaves it in the state when the service lists it no longer, since it has happened all the same", async () => {
    const { methods } = restores({ [RESTORES]: [none] });
    expect(await within(1_000, methods.read(id, state))).toMatchObject({ id, props: state });
    expect(printed()).toEqual([]);
  });

  test("takes it out of the state when its instance is gone", async () => {
    const { methods } = restores({ [RESTORES]: [notFound()], [SUBJECT]: [notFound()] });
    expect(await within(1_000, methods.read(id, state))).toEqual({});
  });
});

describe("Preview of a restore", () => {
  const look = (script: object, olds: Values = {}) => {
    const at = instanceIn({ [BACKUPS]: [backupList(backup())], ...script });
    return within(1_000, lookAhead(at, inputs, { olds, isNew: Object.keys(olds).length === 0 }));
  };

  test("says in one line that it overwrites all data of the cache", async () => {
    const { failures, lines } = await look({});
    expect(failures).toEqual([]);
    expect(lines).toEqual([
      `restore from backup ${BACKUP}: overwrites all data of cache "sessions" (${ID}), which serves no reads and writes meanwhile`,
    ]);
  });

  test.each([
    [
      "is not the instance's own",
      [backup({ backup_id: OTHER_BACKUP })],
      /is no backup of cache "sessions".*the newest that can be restored is/,
    ],
    [
      "has failed",
      [backup({ status: "failed" })],
      /ended as failed \(DCS\.4087\); it has none that can be restored: make one with DcsBackup/,
    ],
    ["is deleted", [backup({ status: "deleted" })], /is deleted: the service no longer has it/],
    ["is older than a scaling", [backup({ is_support_restore: "FALSE" })], /is older than the last scaling/],
  ])("refuses a backup that %s", async (_what, records, reason) => {
    const { failures } = await look({ [BACKUPS]: [backupList(...records)] });
    expect(failures).toEqual([{ property: "backupId", reason: expect.stringMatching(reason) }]);
  });

  test("accepts a backup that is still being made", async () => {
    expect(await look({ [BACKUPS]: [backupList(backup({ status: "backuping" }))] })).toMatchObject({ failures: [] });
  });

  test("refuses a single node", async () => {
    const { failures } = await look({ [SUBJECT]: [subject({ cache_mode: "single" })] });
    expect(failures).toEqual([{ property: "instanceId", reason: expect.stringMatching(/is a single node/) }]);
  });

  test("asks nothing about a restore that is done, though its backup is gone", async () => {
    expect(await look({ [BACKUPS]: [backupList()] }, inputs)).toEqual({ failures: [], lines: [] });
  });
});
