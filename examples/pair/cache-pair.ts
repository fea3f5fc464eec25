import * as pulumi from "@pulumi/pulumi";
import { DcsInstance, type DcsInstanceArgs } from "pulumi-otc-dcs";

export interface CachePairArgs {
  vpcId: pulumi.Input<string>;
  subnetId: pulumi.Input<string>;
  /** Addresses and ranges that may connect to both caches. */
  clients: pulumi.Input<pulumi.Input<string>[]>;
  password: pulumi.Input<string>;
}

/** A cache for sessions, which may lose its data, and one for jobs, which must not. Both share network and clients. */
export class CachePair extends pulumi.ComponentResource {
  readonly sessions: DcsInstance;
  readonly jobs: DcsInstance;

  constructor(name: string, args: CachePairArgs, opts?: pulumi.ComponentResourceOptions) {
    super("shop:index:CachePair", name, {}, opts);
    const { clients, ...access } = args;
    const common: Omit<DcsInstanceArgs, "capacity" | "availableZones"> = {
      ...access,
      engineVersion: "6.0",
      whitelist: [{ groupName: "clients", ipList: clients }],
    };
    this.sessions = new DcsInstance(
      `${name}-sessions`,
      { ...common, cacheMode: "single", capacity: 1, availableZones: ["eu-de-01"] },
      { parent: this },
    );
    this.jobs = new DcsInstance(
      `${name}-jobs`,
      {
        ...common,
        cacheMode: "ha",
        capacity: 2,
        availableZones: ["eu-de-01", "eu-de-02"],
        instanceBackupPolicy: {
          backupType: "auto",
          saveDays: 7,
          periodicalBackupPlan: { periodType: "weekly", backupAt: [1, 2, 3, 4, 5, 6, 7], beginAt: "02:00-03:00" },
        },
      },
      { parent: this },
    );
    this.registerOutputs({ sessions: this.sessions.endpoint, jobs: this.jobs.endpoint });
  }
}
