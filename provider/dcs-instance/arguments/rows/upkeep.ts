import { isDeepStrictEqual } from "node:util";
import type { Values } from "../../../resource/describe/argument";
import { type BackupPolicyInputs, fromBackupPolicy, toBackupPolicy } from "../../values/backup/policy";
import { DEFAULT_WINDOW } from "../../values/editions";
import { orElse, sameBy, sorted } from "../../values/meanings";
import { answered, NOT_ANSWERED, orNone } from "../../values/served";
import type { InstanceInputs } from "../../values/types";
import { POLICY_SCHEMA } from "../row/backup-policy-schema";
import { chosen, FIXED, type InstanceArgument, modify, replace } from "../row/instance-argument";

const normalized = (value: unknown): object | undefined => {
  if (value === undefined) return undefined;
  const { saveDays, backupType = "manual", periodicalBackupPlan: plan } = value as BackupPolicyInputs;
  const { backupAt, timezoneOffset, ...rest } = plan ?? {};
  return { saveDays, backupType, ...rest, backupAt: sorted(backupAt), timezoneOffset };
};

// The service cannot remove a policy, only make it manual. It adds its own time zone if none is declared.
function samePolicy(state: Values, declared: Values): boolean {
  const [before, after] = [normalized(state.instanceBackupPolicy), normalized(declared.instanceBackupPolicy)];
  if (after === undefined) return before === undefined || (before as BackupPolicyInputs).backupType === "manual";
  const open = before !== undefined && (after as { timezoneOffset?: string }).timezoneOffset === undefined;
  return isDeepStrictEqual(open ? { ...before, timezoneOffset: undefined } : before, after);
}

const window = ({ maintainBegin, maintainEnd }: InstanceInputs) => ({
  maintain_begin: maintainBegin ?? DEFAULT_WINDOW.begin,
  maintain_end: maintainEnd ?? DEFAULT_WINDOW.end,
});

/** What an instance is called, and how it is kept. */
export const UPKEEP = {
  name: {
    schema: {
      type: "string",
      pattern: "^[A-Za-z0-9][A-Za-z0-9_-]{3,63}$",
      remedy:
        'use 4 to 64 letters, digits, "_" and "-", starting with a letter; the default is "<resource name>-<stack>": set `name` if that does not fit',
    },
    change: {
      ...modify,
      // Version 2 of the API creates with a digit in front; no version renames to such a name.
      obstacle: (_, { name }) =>
        /^\d/.test(String(name))
          ? "name: the service renames a cache only to a name that begins with a letter: choose such a name"
          : undefined,
    },
    toCreate: ({ name }) => ({ name }),
    toModify: ({ name }) => ({ name }),
    served: ({ name }) => answered(name),
  },
  description: {
    schema: { type: "string", maxLength: 1024, remedy: "use at most 1,024 characters" },
    change: modify,
    same: sameBy("description", orElse("")),
    toCreate: ({ description }) => ({ description }),
    toModify: ({ description }) => ({ description: description ?? "" }),
    served: ({ description }) => (description === undefined ? NOT_ANSWERED : orNone(description)),
  },
  maintainBegin: {
    schema: { type: "string" },
    change: { ...modify, removed: "the window returns to the default, 02:00:00 to 06:00:00" },
    same: sameBy("maintainBegin", orElse(DEFAULT_WINDOW.begin)),
    toCreate: ({ maintainBegin }) => ({ maintain_begin: maintainBegin }),
    toModify: window,
    served: ({ maintain_begin }) => answered(maintain_begin),
    implied: (begin) => begin === DEFAULT_WINDOW.begin,
  },
  maintainEnd: {
    schema: { type: "string" },
    change: modify,
    same: sameBy("maintainEnd", orElse(DEFAULT_WINDOW.end)),
    toCreate: ({ maintainEnd }) => ({ maintain_end: maintainEnd }),
    toModify: window,
    served: ({ maintain_end }) => answered(maintain_end),
    implied: (end) => end === DEFAULT_WINDOW.end,
  },
  instanceBackupPolicy: {
    notIn: { modes: ["single"], remedy: "is not available for single-node caches: remove it, or use `ha`" },
    schema: POLICY_SCHEMA,
    change: {
      ...modify,
      removed:
        "the service cannot remove a backup policy; it is made manual: no more backups are made, and existing ones stay",
    },
    same: samePolicy,
    affects: ["backupPolicyId"],
    toCreate: ({ instanceBackupPolicy: policy }) => ({ instance_backup_policy: policy && toBackupPolicy(policy) }),
    toModify: ({ instanceBackupPolicy: policy }, live) => {
      if (policy) return { instance_backup_policy: toBackupPolicy(policy) };
      // A policy cannot be removed. A manual one makes no backups. An answer has fields that a request must not have.
      const kept = fromBackupPolicy(live);
      return kept ? { instance_backup_policy: toBackupPolicy({ ...kept, backupType: "manual" }) } : {};
    },
    served: (live, { instanceBackupPolicy }) =>
      live.instance_backup_policy === undefined ? NOT_ANSWERED : fromBackupPolicy(live, instanceBackupPolicy),
  },
  enterpriseProjectId: {
    since: "4.0",
    schema: { type: "string", minLength: 1, remedy: "use the id of the enterprise project" },
    change: chosen(replace(FIXED)),
    toCreate: ({ enterpriseProjectId }) => ({ enterprise_project_id: enterpriseProjectId }),
    served: ({ enterprise_project_id }) => answered(enterprise_project_id),
    implied: (id) => id === "0",
  },
} as const satisfies Readonly<Record<string, InstanceArgument>>;
