import type { InstanceSnapshot } from "../../../emulator";
import type { Props } from "../../process/support/provider-process";

/** A cache as the three that know of it can be compared: the program, the state, the service. */
export interface View {
  readonly name: unknown;
  readonly description: unknown;
  readonly engineVersion: unknown;
  readonly capacity: unknown;
  readonly subnetId: unknown;
  readonly securityGroupId: unknown;
  readonly zones: unknown;
  readonly window: unknown;
  readonly policy: unknown;
  readonly tags: unknown;
  readonly passwordFree: unknown;
}

export const VIEW = [
  "name",
  "description",
  "engineVersion",
  "capacity",
  "subnetId",
  "securityGroupId",
  "zones",
  "window",
  "policy",
  "tags",
  "passwordFree",
] as const satisfies ReadonlyArray<keyof View>;

const CODES: Readonly<Record<string, string>> = {
  ae04cf9d61544df3806a3feeb401b204: "eu-de-01",
  d573142f24894ef3bd3664de068b44b0: "eu-de-02",
};

interface Policy {
  readonly saveDays: number;
  readonly backupType: string;
  readonly periodicalBackupPlan: { readonly timezoneOffset?: string };
}

// A policy cannot be removed, only made manual; a time zone that nobody declared is the service's choice.
const nothing = (policy: Policy | undefined): boolean => policy === undefined || policy.backupType === "manual";

/** The program's or the state's side; both use the same names. */
export function viewOf(props: Props): View {
  return {
    name: props.name,
    description: props.description ?? "",
    engineVersion: props.engineVersion,
    capacity: props.capacity,
    subnetId: props.subnetId,
    securityGroupId: props.securityGroupId ?? null,
    zones: props.availableZones,
    window: [props.maintainBegin ?? "02:00:00", props.maintainEnd ?? "06:00:00"],
    policy: props.instanceBackupPolicy,
    tags: props.tags ?? {},
    passwordFree: props.noPasswordAccess ?? false,
  };
}

function policyOf({ backupPolicy }: InstanceSnapshot): Policy | undefined {
  if (backupPolicy === null) return undefined;
  const { save_days, backup_type, periodical_backup_plan: plan } = backupPolicy.policy;
  return {
    saveDays: save_days,
    backupType: backup_type,
    periodicalBackupPlan: {
      beginAt: plan.begin_at,
      periodType: plan.period_type,
      backupAt: [...plan.backup_at],
      ...(plan.timezone_offset === null ? {} : { timezoneOffset: plan.timezone_offset }),
    } as Policy["periodicalBackupPlan"],
  };
}

/** The service's side. */
export function servedView(instance: InstanceSnapshot): View {
  return {
    name: instance.name,
    description: instance.description ?? "",
    engineVersion: instance.engineVersion,
    capacity: instance.capacity,
    subnetId: instance.subnetId,
    securityGroupId: instance.securityGroupId,
    zones: instance.zoneIds.map((id) => CODES[id] ?? id),
    window: [instance.maintainBegin, instance.maintainEnd],
    policy: policyOf(instance),
    tags: Object.fromEntries(instance.tags.map(({ key, value }) => [key, value])),
    passwordFree: instance.passwordFree,
  };
}

function comparable(field: keyof View, view: View, other: View): unknown {
  if (field !== "policy") return view[field];
  const [policy, against] = [view.policy, other.policy] as Array<Policy | undefined>;
  if (nothing(policy) && nothing(against) && (policy === undefined || against === undefined)) return undefined;
  if (policy === undefined || against?.periodicalBackupPlan.timezoneOffset !== undefined) return policy;
  const { timezoneOffset: _, ...plan } = policy.periodicalBackupPlan;
  return { ...policy, periodicalBackupPlan: plan };
}

const text = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a.localeCompare(b)))
      : part,
  ) ?? "nothing";

/** The fields in which two views differ. */
export const differing = (one: View, other: View): Array<keyof View> =>
  VIEW.filter((field) => text(comparable(field, one, other)) !== text(comparable(field, other, one)));

/** The same in words, but for some fields. */
export const differences = (one: View, other: View, but: ReadonlySet<string> = new Set()): string[] =>
  differing(one, other)
    .filter((field) => !but.has(field))
    .map((field) => `${field}: ${text(one[field])} against ${text(other[field])}`);
