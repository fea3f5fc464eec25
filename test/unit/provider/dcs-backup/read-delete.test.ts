import { busy, notFound } from "../../support/answers";
import { BACKUP, BACKUPS, backup, backupList, backups, deletionOf, OTHER_BACKUP } from "../../support/backups";
import { ID } from "../../support/inputs";
import { tellTimeOurselves, within } from "../../support/time";

tellTimeOurselves();

const state = { instanceId: ID, status: "succeed", name: "backup_20240115090000", __declared: ["instanceId"] };
const gone = backupList(backup({ status: "deleted" }));

describe("A refresh of a backup", () => {
  test.each([
    ["is listed as deleted", gone],
    ["is listed as expired", backupList(backup({ status: "expired" }))],
    ["was pushed out of the list", backupList(backup({ backup_id: OTHER_BACKUP }))],
    ["has lost its last sibling, too (204)", undefined],
    ["went with its instance", notFound()],
  ])("takes one out of the state that %s", async (_what, answer) => {
    const { methods } = backups({ [BACKUPS]: [answer] });
    expect(await within(1_000, methods.read(BACKUP, state))).toEqual({});
    expect(jest.mocked(console.log).mock.calls.flat().join()).toMatch(/does not exist any more/);
  });

  test("finds an untouched one as it is", async () => {
    const { methods } = backups({ [BACKUPS]: [backupList(backup())] });
    const first = await within(1_000, methods.read(BACKUP, state));
    const second = await within(1_000, methods.read(BACKUP, first.props));
    expect(second.props).toEqual(first.props);
  });

  test("of many backups of an instance makes one call", async () => {
    const { dcs, methods } = backups({ [BACKUPS]: [backupList(backup(), backup({ backup_id: OTHER_BACKUP }))] });
    await within(1_000, Promise.all([BACKUP, OTHER_BACKUP].map((id) => methods.read(id, state))));
    expect(dcs.calls).toEqual([BACKUPS]);
  });
});

describe("A backup that a program only reads", () => {
  test("is found by the ids of instance and backup, and has the id of the backup", async () => {
    const { methods } = backups({ [BACKUPS]: [backupList(backup())] });
    const read = await within(1_000, methods.read(`${ID}/${BACKUP}`, {}));
    expect(read).toMatchObject({ id: BACKUP, props: { instanceId: ID, size: 880_232, backupFormat: "rdb" } });
  });

  test("fails if it does not exist, and names id and place", async () => {
    const { methods } = backups({ [BACKUPS]: [backupList()] });
    await expect(within(1_000, methods.read(`${ID}/${BACKUP}`, {}))).rejects.toThrow(
      new RegExp(`^backup ${BACKUP} does not exist in project .*, region eu-de: check the id`),
    );
  });
});

describe("A delete of a backup", () => {
  test("ends when the list shows it as deleted", async () => {
    const { dcs, methods } = backups({ [BACKUPS]: [backupList(backup()), gone], [deletionOf(BACKUP)]: [undefined] });
    await within(5_000, methods.delete(BACKUP, state));
    expect(dcs.changes).toHaveLength(1);
  });

  test("is done if the instance is gone", async () => {
    const { methods } = backups({ [deletionOf(BACKUP)]: [notFound()] });
    await expect(within(1_000, methods.delete(BACKUP, state))).resolves.toBeUndefined();
  });

  test("waits while the instance is busy", async () => {
    const { methods } = backups({ [BACKUPS]: [backupList(backup()), gone], [deletionOf(BACKUP)]: [busy(), undefined] });
    await expect(within(10_000, methods.delete(BACKUP, state))).resolves.toBeUndefined();
  });

  test("is refused while the backup is protected", async () => {
    const { dcs, methods } = backups({});
    await expect(methods.delete(BACKUP, { ...state, deletionProtection: true })).rejects.toThrow(/deletionProtection/);
    expect(dcs.changes).toEqual([]);
  });
});

describe("A change of a backup", () => {
  const diff = (news: object) =>
    backups({}).methods.diff(BACKUP, { ...state, remark: "r1", backupFormat: "rdb" }, news);

  test.each([{ remark: "r2" }, { backupFormat: "aof" }, { instanceId: "11111111-2222-4333-8444-555555555555" }])(
    "(%p) makes a new one first, and preview says what is lost",
    async (change) => {
      const answer = await diff({ instanceId: ID, remark: "r1", ...change });
      expect(answer).toMatchObject({ changes: true, replaces: Object.keys(change), deleteBeforeReplace: false });
      expect(jest.mocked(console.log).mock.calls.flat()).toContainEqual(
        expect.stringMatching(
          /^backup "backup_20240115090000": .* replaces the backup: the data in it are lost .* The new backup is created first/,
        ),
      );
    },
  );

  test("is none if only the spelling differs", async () => {
    expect(await diff({ instanceId: ID.toUpperCase(), remark: "r1" })).toMatchObject({ changes: false });
  });
});
