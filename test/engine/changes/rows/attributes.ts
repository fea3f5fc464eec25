import { cluster, first, ha, inPlace, modify, type Row, same } from "./row";

const auto = {
  saveDays: 2,
  backupType: "auto",
  periodicalBackupPlan: { beginAt: "00:00-01:00", periodType: "weekly", backupAt: [1, 3, 5] },
};
const plan = auto.periodicalBackupPlan;
const sent = {
  save_days: 2,
  backup_type: "auto",
  periodical_backup_plan: { begin_at: "00:00-01:00", period_type: "weekly", backup_at: [1, 3, 5] },
};
const sentPlan = sent.periodical_backup_plan;
const policy = (instance_backup_policy: object) => modify({ instance_backup_policy });

const backups = (
  change: string,
  from: typeof auto | undefined,
  to: object | undefined,
  body: object,
  more: Partial<Row> = {},
): Row =>
  inPlace({
    argument: "instanceBackupPolicy",
    change,
    base: ha,
    from: { instanceBackupPolicy: from },
    to: { instanceBackupPolicy: to as typeof auto },
    calls: [policy(body)],
    ...more,
  });

const manual = { instanceBackupPolicy: { ...auto, backupType: "manual" } };

const group = "0b6ad2a4-5d1b-4cf5-9a57-0f1f7e4f1a22";

/** What `PUT /instances/{id}` changes. */
export const attributes: readonly Row[] = [
  inPlace({
    argument: "name",
    change: "changed",
    base: ha,
    from: { name: "carts" },
    to: { name: "baskets" },
    calls: [modify({ name: "baskets" })],
  }),
  inPlace({
    argument: "name",
    change: "left to its default",
    base: ha,
    from: { name: "wishes" },
    to: {},
    calls: [modify({ name: "name-left-to-its-default-test" })],
    after: { name: "name-left-to-its-default-test" },
  }),
  inPlace({
    argument: "description",
    change: "set",
    base: ha,
    from: {},
    to: { description: "carts" },
    calls: [modify({ description: "carts" })],
  }),
  inPlace({
    argument: "description",
    change: "changed",
    base: ha,
    from: { description: "carts" },
    to: { description: "baskets" },
    calls: [modify({ description: "baskets" })],
  }),
  inPlace({
    argument: "description",
    change: "removed",
    base: ha,
    from: { description: "carts" },
    to: {},
    calls: [modify({ description: "" })],
    after: { description: undefined },
  }),
  inPlace({
    argument: "maintainBegin",
    change: "set",
    base: ha,
    from: {},
    to: { maintainBegin: "22:00:00", maintainEnd: "02:00:00" },
    calls: [modify({ maintain_begin: "22:00:00", maintain_end: "02:00:00" })],
  }),
  inPlace({
    argument: "maintainBegin",
    change: "changed",
    base: first,
    from: { maintainBegin: "22:00:00", maintainEnd: "02:00:00" },
    to: { maintainBegin: "10:00:00", maintainEnd: "14:00:00" },
    calls: [modify({ maintain_begin: "10:00:00", maintain_end: "14:00:00" })],
  }),
  inPlace({
    argument: "maintainBegin",
    change: "removed",
    base: ha,
    from: { maintainBegin: "22:00:00", maintainEnd: "02:00:00" },
    to: {},
    calls: [modify({ maintain_begin: "02:00:00", maintain_end: "06:00:00" })],
    says: "the window returns to the default, 02:00:00 to 06:00:00",
    after: { maintainBegin: "02:00:00", maintainEnd: "06:00:00" },
  }),
  same({
    argument: "maintainBegin",
    change: "the default spelt out",
    base: ha,
    from: {},
    to: { maintainBegin: "02:00:00", maintainEnd: "06:00:00" },
  }),
  // The service cannot take a policy away again: it becomes manual.
  backups("added", undefined, auto, sent, { kept: manual }),
  backups("kept longer", auto, { ...auto, saveDays: 7 }, { ...sent, save_days: 7 }),
  backups(
    "at another hour",
    auto,
    { ...auto, periodicalBackupPlan: { ...plan, beginAt: "04:00-05:00" } },
    { ...sent, periodical_backup_plan: { ...sentPlan, begin_at: "04:00-05:00" } },
  ),
  backups(
    "on other days",
    auto,
    { ...auto, periodicalBackupPlan: { ...plan, backupAt: [7] } },
    { ...sent, periodical_backup_plan: { ...sentPlan, backup_at: [7] } },
  ),
  backups(
    "in another time zone",
    auto,
    { ...auto, periodicalBackupPlan: { ...plan, timezoneOffset: "GMT+02:00" } },
    { ...sent, periodical_backup_plan: { ...sentPlan, timezone_offset: "GMT+02:00" } },
    // A time zone that is not declared is the service's own, whichever it is.
    { kept: { instanceBackupPolicy: { ...auto, periodicalBackupPlan: { ...plan, timezoneOffset: "GMT+02:00" } } } },
  ),
  backups("made manual", auto, { ...auto, backupType: "manual" }, { ...sent, backup_type: "manual" }),
  backups("made automatic", { ...auto, backupType: "manual" }, auto, sent),
  backups(
    "removed",
    auto,
    undefined,
    { ...sent, backup_type: "manual", periodical_backup_plan: sentPlan },
    { after: manual, says: "the service cannot remove a backup policy; it is made manual" },
  ),
  inPlace({
    argument: "instanceBackupPolicy",
    change: "added to a cluster",
    base: cluster,
    from: {},
    to: { instanceBackupPolicy: auto },
    calls: [policy(sent)],
    kept: manual,
  }),
  inPlace({
    argument: "instanceBackupPolicy",
    change: "added on 3.0",
    base: first,
    from: {},
    to: { instanceBackupPolicy: auto },
    calls: [policy(sent)],
    kept: manual,
  }),
  inPlace({
    argument: "instanceBackupPolicy",
    change: "removed while manual",
    base: ha,
    from: manual,
    to: {},
    calls: [],
    after: manual,
  }),
  same({
    argument: "instanceBackupPolicy",
    change: "its days in another order",
    base: ha,
    from: { instanceBackupPolicy: auto },
    to: { instanceBackupPolicy: { ...auto, periodicalBackupPlan: { ...plan, backupAt: [5, 1, 3] } } },
    after: { instanceBackupPolicy: auto },
  }),
  inPlace({
    argument: "securityGroupId",
    change: "changed on 3.0",
    base: first,
    from: {},
    to: { securityGroupId: group },
    calls: [modify({ security_group_id: group })],
  }),
  same({
    argument: "securityGroupId",
    change: "in capitals",
    base: first,
    from: { securityGroupId: group },
    to: { securityGroupId: group.toUpperCase() },
    after: { securityGroupId: group },
  }),
];
