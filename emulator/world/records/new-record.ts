import { randomUUID } from "node:crypto";
import type { CreateOrder } from "./create-order";
import type { BackupPolicy, InstanceRecord, StoredPolicy } from "./instance-record";

/** `at`: when it is stored. */
export function storePolicy(policy: BackupPolicy, at: string, previous?: StoredPolicy | null): StoredPolicy {
  return { id: previous?.id ?? randomUUID(), createdAt: previous?.createdAt ?? at, updatedAt: at, policy };
}

/** The instance of an order, before it is built. */
export function newRecord(
  projectId: string,
  owner: InstanceRecord["owner"],
  order: CreateOrder,
  privateIp: string | null,
  at: string,
): InstanceRecord {
  return {
    id: randomUUID(),
    projectId,
    owner,
    name: order.name,
    description: order.description,
    status: "CREATING",
    errorCode: null,
    engineVersion: order.version.engineVersion,
    internalVersion: order.version.internalVersion,
    product: order.product,
    capacity: order.capacity,
    password: order.password,
    passwordFree: order.passwordFree,
    vpcId: order.vpcId,
    subnetId: order.subnetId,
    securityGroupId: order.securityGroupId,
    zoneIds: order.zoneIds,
    maintainBegin: order.window.begin,
    maintainEnd: order.window.end,
    backupPolicy: order.backupPolicy === null ? null : storePolicy(order.backupPolicy, at),
    ip: privateIp ?? "",
    port: order.port,
    privateIp,
    renameCommands: order.renameCommands,
    enableSsl: false,
    publicIpId: order.publicIpId,
    enterpriseProjectId: order.enterpriseProjectId,
    tags: order.tags,
    whitelist: { enable_whitelist: false, whitelist: [] },
    parameters: {},
    createdAt: at,
    launchedAt: null,
    updatedAt: at,
  };
}
