import type { Emulator, InstanceSnapshot, Tampering } from "../../../emulator";
import type { Drift } from "./sequence";

/** Fields of the comparison that a drift touches. */
export const TOUCHES: Readonly<Record<Drift, string | undefined>> = {
  name: "name",
  description: "description",
  window: "window",
  policy: "policy",
  tags: "tags",
  capacity: "capacity",
  busy: undefined,
};

type Change = (instance: InstanceSnapshot, dcs: Emulator) => Tampering | undefined;

const first = ({ engineVersion }: InstanceSnapshot): boolean => engineVersion.startsWith("3.");

/** How long a busy instance stays busy, in milliseconds. */
const BUSY = 1_200;

/** What somebody does to an instance in the console; nothing where the console would refuse it. */
export const CHANGED: Readonly<Record<Drift, Change>> = {
  name: ({ name }) => ({ name: `${name.slice(0, -1)}x` }),
  description: () => ({ description: "changed elsewhere" }),
  window: () => ({ maintainBegin: "18:00:00", maintainEnd: "22:00:00" }),
  policy: ({ backupPolicy }) =>
    backupPolicy === null
      ? undefined
      : { backupPolicy: { ...backupPolicy, policy: { ...backupPolicy.policy, backup_type: "auto", save_days: 5 } } },
  tags: (instance) => (first(instance) ? undefined : { tags: [{ key: "owner", value: "somebody" }] }),
  // A larger product goes along with it from 4.0; the first edition's product has every size.
  capacity: (instance) => (first(instance) && instance.capacity < 16 ? { capacity: 16 } : undefined),
  busy: ({ id, status }, dcs) => {
    if (status !== "RUNNING") return undefined;
    setTimeout(() => {
      const still = dcs.instances().find((instance) => instance.id === id);
      if (still?.status === "RESTARTING") dcs.tamper(id, { status: "RUNNING" });
    }, BUSY);
    return { status: "RESTARTING" };
  },
};
