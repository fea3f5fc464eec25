import { everythingSet, todays } from "../support/programs";
import { type Declaration, THE_PASSWORD } from "./release";

const { availableZones, vpcId, subnetId } = todays;
const network = { vpcId, subnetId };
const password = THE_PASSWORD;

/** What a release keeps: every edition and mode once, everything that can be set, a backup and a restore. */
export const PROGRAM: readonly Declaration[] = [
  { type: "DcsInstance", name: "everything", args: { ...everythingSet, password } },
  {
    type: "DcsInstance",
    name: "old",
    args: {
      ...network,
      password,
      engineVersion: "3.0",
      cacheMode: "single",
      capacity: 2,
      availableZones: ["eu-de-01"],
      securityGroupId: "1477393a-29c9-4de5-843f-18ef51257c7e",
      description: "made by an earlier release",
    },
  },
  {
    type: "DcsInstance",
    name: "cluster",
    args: { ...network, password, engineVersion: "6.0", cacheMode: "cluster", capacity: 4, availableZones },
  },
  {
    type: "DcsInstance",
    name: "open",
    args: {
      ...network,
      noPasswordAccess: true,
      engineVersion: "7.0",
      cacheMode: "single",
      capacity: 0.125,
      availableZones: ["eu-de-03"],
      whitelist: [{ groupName: "web", ipList: ["10.1.0.0/16"] }],
    },
  },
  { type: "DcsBackup", name: "backup", args: { instanceId: { idOf: "everything" }, remark: "before a release" } },
  { type: "DcsRestore", name: "restore", args: { instanceId: { idOf: "everything" }, backupId: { idOf: "backup" } } },
];
