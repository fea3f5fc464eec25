import type { InstanceRecord } from "../../records/instance-record";

/** The instances that TLS was switched on for at least once. */
const everEnabled = new WeakSet<InstanceRecord>();

export function setSsl(instance: InstanceRecord, enabled: boolean): void {
  instance.enableSsl = enabled;
  if (enabled) everEnabled.add(instance);
}

export function hadSsl(instance: InstanceRecord): boolean {
  return everEnabled.has(instance);
}
