import { zoneById } from "../../../catalogue/zones";
import { account } from "../../../world/accounts/account";
import type { Life } from "../../../world/instances/history";
import { html, type Markup } from "../markup/html";

type Shown = Life["record"];

const weekdays = ["", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

function backupPolicyOf({ backupPolicy }: Shown): string | undefined {
  if (backupPolicy === null) return undefined;
  const { backup_type: type, save_days: days, periodical_backup_plan: plan } = backupPolicy.policy;
  const on = plan?.backup_at?.map((day) => weekdays[day]).join(", ");
  return `${type}, kept ${days} days${on ? `, ${on} ${plan.begin_at}` : ""}`;
}

function whitelistOf({ whitelist: { enable_whitelist: enabled, whitelist: groups } }: Shown): string | undefined {
  if (groups.length === 0) return undefined;
  const told = groups.map(({ group_name: name, ip_list: addresses }) => `${name}: ${addresses.join(", ")}`).join("; ");
  return enabled ? told : `${told} (not in force)`;
}

const projectOf = ({ projectId }: Shown) => account.projects.find(({ id }) => id === projectId)?.name ?? projectId;

/** What is shown of an instance: label, and the text; an empty one is left out. Its password is in none. */
const rows: readonly (readonly [label: string, text: (record: Shown) => string | null | undefined])[] = [
  ["Id", ({ id }) => id],
  ["Error code", ({ errorCode }) => errorCode],
  ["Description", ({ description }) => description],
  ["Project", projectOf],
  ["Made by", ({ owner }) => (owner === "foreign" ? "somebody else" : "a call")],
  ["Product", ({ product }) => product.productId],
  ["Internal version", ({ internalVersion }) => internalVersion],
  ["Password", ({ passwordFree }) => (passwordFree ? "none needed" : "set, not shown")],
  ["TLS", ({ enableSsl }) => (enableSsl ? "on" : "off")],
  ["Zones", ({ zoneIds }) => zoneIds.map((id) => zoneById.get(id)?.code ?? id).join(", ")],
  ["VPC", ({ vpcId }) => vpcId],
  ["Subnet", ({ subnetId }) => subnetId],
  ["Security group", ({ securityGroupId }) => securityGroupId],
  ["Maintenance", ({ maintainBegin, maintainEnd }) => `${maintainBegin} to ${maintainEnd} UTC`],
  ["Backup policy", backupPolicyOf],
  ["Whitelist", whitelistOf],
  [
    "Parameters",
    ({ parameters }) =>
      Object.entries(parameters)
        .map(([name, value]) => `${name} = ${value}`)
        .join(", "),
  ],
  ["Renamed commands", ({ renameCommands }) => Object.keys(renameCommands).join(", ")],
  ["Tags", ({ tags }) => tags.map(({ key, value }) => `${key} = ${value}`).join(", ")],
  ["Created", ({ createdAt }) => createdAt],
];

/** The settings of an instance as a list of terms. */
export function settings(record: Shown): Markup {
  const shown = rows.map(([label, text]) => [label, text(record) ?? ""] as const).filter(([, text]) => text !== "");
  return html`<dl>${shown.map(([label, text]) => html`<div><dt>${label}</dt><dd>${text}</dd></div>`)}</dl>`;
}
