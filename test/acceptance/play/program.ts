import { randomBytes } from "node:crypto";
import { secret } from "@pulumi/pulumi";
import type { PulumiFn } from "@pulumi/pulumi/automation";
import { DcsBackup, DcsInstance, type DcsInstanceArgs, DcsRestore } from "pulumi-otc-dcs";
import type { Network } from "../options";
import type { Chosen } from "../plan/choose";
import type { Kind } from "../plan/kinds";

/** What the program declares at a moment of the life. Each step changes some of it and runs the program. */
export interface Declared {
  /** The caches that are declared, and what of them differs from their first declaration. */
  caches: Partial<Record<Kind, Partial<DcsInstanceArgs>>>;
  backup: boolean;
  restore: boolean;
}

export interface Setting {
  readonly chosen: readonly Chosen[];
  readonly network: Network;
  /** What the names of this run begin with. */
  readonly prefix: string;
  readonly password: string;
}

/** For this run only; each class of characters that the service counts is in it. */
export const newPassword = (): string => `A${randomBytes(12).toString("hex")}-z7`;

export const nameOf = ({ prefix }: Pick<Setting, "prefix">, kind: Kind): string => `${prefix}-${kind}`;

/** A cache as it is first declared. */
function firstArgs(setting: Setting, { kind, larger: _, availableZones, ...size }: Chosen): DcsInstanceArgs {
  const { vpcId, subnetId, securityGroupId } = setting.network;
  return {
    ...size,
    name: nameOf(setting, kind),
    availableZones: [...availableZones],
    vpcId,
    subnetId,
    ...(kind === "old" ? { securityGroupId } : {}),
    password: secret(setting.password),
    // A cache that was ordered by a run that was killed is taken over.
    onNameConflict: "adopt",
    deletionProtection: false,
  };
}

export const program =
  (setting: Setting, declared: Declared): PulumiFn =>
  async () => {
    const made = new Map<Kind, DcsInstance>();
    for (const chosen of setting.chosen) {
      const changes = declared.caches[chosen.kind];
      if (changes === undefined) continue;
      made.set(chosen.kind, new DcsInstance(chosen.kind, { ...firstArgs(setting, chosen), ...changes }));
    }
    const pair = made.get("pair");
    if (pair === undefined || !declared.backup) return;
    const backup = new DcsBackup("backup", { instanceId: pair.id, remark: "acceptance" });
    if (declared.restore) new DcsRestore("restore", { instanceId: pair.id, backupId: backup.id });
  };
