import type { DcsInstanceArgs } from "pulumi-otc-dcs";
import type { InstanceSnapshot } from "../../../emulator";
import type { Operation } from "../cell";
import type { Look } from "../play/look";

type Declared = Partial<DcsInstanceArgs>;

/** What of a declaration can be compared with the instance at the service. */
const agreements: Readonly<Record<string, (instance: InstanceSnapshot, declared: Declared) => boolean>> = {
  description: (instance, { description }) => (instance.description ?? "") === description,
  capacity: (instance, { capacity }) => instance.capacity === capacity,
  engineVersion: (instance, { engineVersion }) => instance.engineVersion === engineVersion,
  parameters: (instance, { parameters }) =>
    Object.entries(parameters as Readonly<Record<string, unknown>>).every(
      ([name, value]) => instance.parameters[name] === String(value),
    ),
  enableSsl: (instance, { enableSsl }) => instance.enableSsl === enableSsl,
  port: (instance, { port }) => instance.port === port,
  renameCommands: (instance, { renameCommands }) =>
    JSON.stringify(instance.renameCommands) === JSON.stringify(renameCommands),
  noPasswordAccess: (instance, { noPasswordAccess }) => instance.passwordFree === noPasswordAccess,
  whitelist: ({ whitelist: { enable_whitelist, whitelist } }, declared) =>
    enable_whitelist &&
    JSON.stringify(whitelist.map(({ group_name: groupName, ip_list: ipList }) => ({ groupName, ipList }))) ===
      JSON.stringify(declared.whitelist),
  tags: (instance, { tags }) =>
    JSON.stringify(Object.fromEntries(instance.tags.map(({ key, value }) => [key, value]))) === JSON.stringify(tags),
};

const agrees = (instance: InstanceSnapshot, declared: Declared): boolean =>
  Object.entries(agreements).every(
    ([name, same]) => declared[name as keyof Declared] === undefined || same(instance, declared),
  );

/** One cache, which serves, is as declared, and is the one the state knows. */
function serves({ seen, ours, kept, admits }: Look, declared: Declared): boolean {
  const [instance, ...more] = ours;
  const [entry, ...others] = kept;
  if (seen !== undefined || instance === undefined || entry === undefined || more.length + others.length > 0)
    return false;
  return (
    instance.status === "RUNNING" &&
    entry.id === instance.id &&
    !entry.unfinished &&
    admits &&
    agrees(instance, declared)
  );
}

const isGone = ({ seen, ours, kept }: Look): boolean => seen === undefined && ours.length + kept.length === 0;

/** The one record is done and is the one in the state, if the cell is about one. Those that failed remain in lists. */
function isRecorded({ records }: Look): boolean {
  if (records === undefined) return true;
  const [record, ...more] = records.ours.filter(({ status }) => status !== "failed" && status !== "deleted");
  const [entry, ...others] = records.kept;
  if (record === undefined || entry === undefined || more.length + others.length > 0) return false;
  return record.status === "succeed" && entry.id === record.id && !entry.unfinished;
}

/** Whether the operation has reached what it is for. */
export function isSettled(operation: Operation, look: Look, declared: Declared): boolean {
  return operation === "delete" ? isGone(look) : serves(look, declared) && isRecorded(look);
}
