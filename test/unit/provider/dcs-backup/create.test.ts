import { explainCode } from "../../../../provider/client/dcs-errors";
import { ApiError } from "../../../../provider/http/errors/api-error";
import { busy, coded, lostAnswer } from "../../support/answers";
import {
  BACK_UP,
  BACKUP,
  BACKUPS,
  backup,
  backupList,
  backups,
  deletionOf,
  OTHER_BACKUP,
  SUBJECT,
  subject,
} from "../../support/backups";
import { ID } from "../../support/inputs";
import { tellTimeOurselves, within } from "../../support/time";

tellTimeOurselves();

const inputs = { instanceId: ID, remark: "r1" };
const mine = (patch: Parameters<typeof backup>[0] = {}) => backup({ remark: "r1", ...patch });
const none = backupList();
const made = { backup_id: BACKUP };
const printed = () => jest.mocked(console.log).mock.calls.map(([line]) => String(line));

describe("A backup", () => {
  test("is ordered with remark and format, and counts as made when it has succeeded", async () => {
    const { dcs, methods } = backups({
      [BACKUPS]: [none, backupList(mine({ status: "waiting", progress: "0.00" })), backupList(mine())],
      [BACK_UP]: [made],
    });
    const created = await within(10_000, methods.create({ ...inputs, backupFormat: "rdb" }));
    expect(dcs.changes).toEqual([[BACK_UP, { remark: "r1", backup_format: "rdb" }]]);
    expect(created).toMatchObject({
      id: BACKUP,
      outs: { instanceId: ID, remark: "r1", backupFormat: "rdb", status: "succeed", size: 880_232, progress: "100.00" },
    });
    expect(created.outs).toMatchObject({ name: "backup_20240115090000", type: "manual", region: "eu-de" });
  });

  test("is not made if the service refuses a field, and the error names the argument", async () => {
    const { methods } = backups({
      [BACKUPS]: [none],
      [BACK_UP]: [
        new ApiError({
          method: "POST",
          path: "/backups",
          purpose: "back up the cache",
          kind: "http",
          status: 400,
          code: "DCS.4063",
          explained: explainCode("DCS.4063", 400, "The parameter backup_format is invalid."),
          serviceMessage: "The parameter backup_format is invalid.",
          notExecuted: true,
        }),
      ],
    });
    await expect(within(10_000, methods.create(inputs))).rejects.toThrow(/; backupFormat: compare the argument/);
  });

  test.each([
    ["is RUNNING with a task", [subject({ task: "BACKUPING" }), subject()], [made]],
    ["is restarting", [subject({ status: "RESTARTING" }), subject()], [made]],
    ["answers that it is busy", [subject()], [busy(), made]],
  ])("waits while the instance %s", async (_what, subjects, answers) => {
    const { dcs, methods } = backups({
      [SUBJECT]: subjects,
      [BACKUPS]: [none, none, backupList(mine())],
      [BACK_UP]: answers,
    });
    expect(await within(10_000, methods.create(inputs))).toMatchObject({ id: BACKUP });
    expect(dcs.changes).toHaveLength(answers.length);
    expect(printed()).toContainEqual(
      expect.stringMatching(/^cache "sessions" \(.*\) is busy \(.*\): the backup waits/),
    );
  });

  test("fails with what keeps the instance busy when the time limit has passed", async () => {
    const { dcs, methods } = backups({ [SUBJECT]: [subject({ task: "EXTEND" })], [BACKUPS]: [none] });
    const work = within(5_000, methods.create({ ...inputs, customTimeouts: { create: "3s" } }));
    await expect(work).rejects.toThrow(
      /^no backup was ordered: cache "sessions" .* was still busy after 3 s \(the time limit\): RUNNING, with the task EXTEND\. Run `pulumi up` again/,
    );
    expect(dcs.changes).toEqual([]);
  });

  test("is not ordered of an instance that is down", async () => {
    const { methods } = backups({ [SUBJECT]: [subject({ status: "ERROR" })], [BACKUPS]: [none] });
    await expect(within(1_000, methods.create(inputs))).rejects.toThrow(/is ERROR: a backup needs it to be RUNNING/);
  });

  test("that a run which was cut off has just finished is not made twice", async () => {
    const { dcs, methods } = backups({ [BACKUPS]: [backupList(mine({ created_at: new Date().toISOString() }))] });
    await expect(within(1_000, methods.create(inputs))).rejects.toThrow(
      new RegExp(`^no backup was ordered: .*${BACKUP} .* take it over with \`adoptBackupId: "${BACKUP}"\``),
    );
    expect(dcs.changes).toEqual([]);
  });

  test("that is there already is taken over by adoptBackupId, without an order", async () => {
    const { dcs, methods } = backups({ [BACKUPS]: [backupList(mine())] });
    expect(await within(1_000, methods.create({ ...inputs, adoptBackupId: BACKUP }))).toMatchObject({ id: BACKUP });
    expect(dcs.changes).toEqual([]);
  });

  test("is made although there is one like it that is older than an hour", async () => {
    const earlier = mine({ backup_id: OTHER_BACKUP });
    const { dcs, methods } = backups({
      [BACKUPS]: [backupList(earlier), backupList(mine(), earlier)],
      [BACK_UP]: [made],
    });
    expect(await within(10_000, methods.create(inputs))).toMatchObject({ id: BACKUP });
    expect(dcs.changes).toHaveLength(1);
  });

  test("that fails is removed, and its code is told in words", async () => {
    const failed = mine({ status: "failed", error_code: "dcs.08.0005" });
    const { dcs, methods } = backups({
      [BACKUPS]: [none, backupList(failed), backupList(mine({ status: "deleted" }))],
      [BACK_UP]: [made],
      [deletionOf(BACKUP)]: [undefined],
    });
    await expect(within(10_000, methods.create(inputs))).rejects.toThrow(
      /ended as failed: the bucket for the files could not be created \(dcs\.08\.0005\)\. What was left of it has been removed/,
    );
    expect(dcs.changes.at(-1)).toEqual([deletionOf(BACKUP), undefined]);
  });

  test("that a run which was cut off has begun is gone on with", async () => {
    const { dcs, methods } = backups({
      [SUBJECT]: [subject({ task: "BACKUPING" })],
      [BACKUPS]: [backupList(mine({ status: "backuping" })), backupList(mine())],
    });
    expect(await within(10_000, methods.create(inputs))).toMatchObject({ id: BACKUP });
    expect(dcs.changes).toEqual([]);
  });

  test("of another remark that goes on is waited for, not taken", async () => {
    const others = backup({ backup_id: OTHER_BACKUP, remark: "theirs", status: "backuping" });
    const { methods } = backups({
      [SUBJECT]: [subject({ task: "BACKUPING" }), subject()],
      [BACKUPS]: [backupList(others), backupList(others), backupList(others, mine())],
      [BACK_UP]: [made],
    });
    expect(await within(10_000, methods.create(inputs))).toMatchObject({ id: BACKUP });
  });

  test("waits for an earlier one of the same run, and each gets a record of its own", async () => {
    const second = mine({ backup_id: OTHER_BACKUP });
    const { dcs, methods } = backups({
      [BACKUPS]: [none, backupList(mine()), backupList(mine()), backupList(mine(), second)],
      [BACK_UP]: [made, { backup_id: OTHER_BACKUP }],
    });
    const both = await within(20_000, Promise.all([methods.create(inputs), methods.create(inputs)]));
    expect(both.map(({ id }) => id)).toEqual([BACKUP, OTHER_BACKUP]);
    expect(dcs.calls.lastIndexOf(BACK_UP)).toBeGreaterThan(dcs.calls.indexOf(BACK_UP) + 1);
  });
});

describe("An order of a backup without a trustworthy answer", () => {
  test.each([
    ["a lost connection", lostAnswer("POST")],
    ["a time-out", lostAnswer("POST", { kind: "timeout" })],
    [
      "an internal error",
      new ApiError({
        kind: "http",
        method: "POST",
        path: "/",
        purpose: "test",
        status: 500,
        notExecuted: false,
        ...coded("DCS.5090", 500),
      }),
    ],
    ["a success without an id", {}],
    ["an empty success", undefined],
  ])("(%s) is looked for in the list, and none is ordered again", async (_what, answer) => {
    const { dcs, methods } = backups({
      [BACKUPS]: [backupList(backup({ backup_id: OTHER_BACKUP, remark: "r1" })), none, backupList(mine())],
      [BACK_UP]: [answer],
    });
    expect(await within(20_000, methods.create(inputs))).toMatchObject({ id: BACKUP });
    expect(dcs.changes).toHaveLength(1);
  });

  test("is not mistaken for a backup that the service made by its schedule, or for one of another remark", async () => {
    const scheduled = backup({ backup_id: OTHER_BACKUP, backup_type: "auto", remark: "r1" });
    const others = backup({ backup_id: ID, remark: "theirs" });
    const { methods } = backups({
      [BACKUPS]: [none, backupList(scheduled, others), backupList(scheduled, others, mine())],
      [BACK_UP]: [lostAnswer("POST")],
    });
    expect(await within(20_000, methods.create(inputs))).toMatchObject({ id: BACKUP });
  });

  test("is not mistaken for an older backup that the list had left out", async () => {
    const serverTime = Date.parse("2024-01-15T12:00:00Z");
    const lost = lostAnswer("POST", { kind: "http", status: 502, serverTime });
    const { methods } = backups({ [BACKUPS]: [none, backupList(mine())], [BACK_UP]: [lost] });
    await expect(within(70_000, methods.create(inputs))).rejects.toThrow(/not known whether/);
  });

  test("says that nothing is known, and orders nothing twice, if no backup appears", async () => {
    const { dcs, methods } = backups({ [BACKUPS]: [none], [BACK_UP]: [lostAnswer("POST")] });
    await expect(within(70_000, methods.create(inputs))).rejects.toThrow(
      /It is not known whether the service carried the order out; no new backup of cache "sessions" .* appeared within \d+ s\. Nothing was ordered twice\. .*run `pulumi up` again, which orders a backup/,
    );
    expect(dcs.changes).toHaveLength(1);
  });

  test("takes neither of two backups that can be its own", async () => {
    const two = backupList(mine(), mine({ backup_id: OTHER_BACKUP }));
    const { dcs, methods } = backups({ [BACKUPS]: [none, two], [BACK_UP]: [lostAnswer("POST")] });
    await expect(within(70_000, methods.create(inputs))).rejects.toThrow(
      new RegExp(`two records appeared .*: ${BACKUP} and ${OTHER_BACKUP}\\. Neither is taken`),
    );
    expect(dcs.changes).toHaveLength(1);
  });
});
