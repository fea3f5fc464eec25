import { BACKUP_SCHEMA } from "../../../../provider/dcs-backup/arguments/backup-arguments";
import { lookAhead } from "../../../../provider/dcs-backup/preview/look-ahead";
import { validate } from "../../../../provider/resource/check/validate";
import { notFound, refused } from "../../support/answers";
import { instanceIn, SUBJECT, subject } from "../../support/backups";
import { ID } from "../../support/inputs";
import { tellTimeOurselves, within } from "../../support/time";

tellTimeOurselves();

const check = (answer: object, inputs: object = {}, isNew = true) =>
  within(1_000, lookAhead(instanceIn({ [SUBJECT]: [answer] }), { instanceId: ID, ...inputs }, { isNew }));

describe("Preview of a backup", () => {
  test("accepts an instance with a standby", async () => {
    expect(await check(subject())).toMatchObject({ failures: [] });
  });

  test.each([
    ["by its mode", subject({ cache_mode: "single" })],
    ["by its specification", subject({ cache_mode: null, spec_code: "redis.single.xu1.large.2" })],
  ])("refuses a single node, known %s, and says what has backups", async (_how, answer) => {
    expect((await check(answer)).failures).toEqual([
      {
        property: "instanceId",
        reason: `cache "sessions" (${ID}) is a single node, and the service neither backs up nor restores single nodes (DCS.4086): take a cache with another cacheMode, e.g. "ha"`,
      },
    ]);
  });

  test("refuses RDB on 3.0", async () => {
    const { failures } = await check(subject({ engine_version: "3.0.7" }), { backupFormat: "rdb" });
    expect(failures).toEqual([{ property: "backupFormat", reason: expect.stringMatching(/"aof" only/) }]);
  });

  test("refuses an instance that does not exist", async () => {
    const { failures } = await check(notFound());
    expect(failures).toEqual([
      { property: "instanceId", reason: expect.stringMatching(/^no cache .* exists in project/) },
    ]);
  });

  test("lets a backup be whose instance is gone since: refresh and update deal with it", async () => {
    expect(await check(notFound(), {}, false)).toMatchObject({ failures: [] });
  });

  test("warns and goes on if the instance must not be read", async () => {
    const { failures, warning } = await check(refused("The user may not."));
    expect(failures).toEqual([]);
    expect(warning).toMatch(/^the service could not be asked about cache .*: cannot .*The user may not/);
  });

  test("reports all mistakes at once", () => {
    const failures = validate(BACKUP_SCHEMA, { instanceId: "sessions", remark: "x".repeat(129), backupFormat: "rbd" });
    expect(failures.map(({ property }) => property).sort()).toEqual(["backupFormat", "instanceId", "remark"]);
    expect(failures.map(({ reason }) => reason).join()).toMatch(/did you mean "rdb"/);
  });
});
