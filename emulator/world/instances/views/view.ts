import { usableMemory } from "../../../catalogue/products";
import { zoneById } from "../../../catalogue/zones";
import { account } from "../../accounts/account";
import type { InstanceRecord } from "../../records/instance-record";

/** Below one GB the service answers 0 and the fraction apart, without its leading zero. */
function capacityOf(record: InstanceRecord) {
  return record.capacity < 1
    ? { capacity: 0, capacity_minor: String(record.capacity).slice(1) }
    : { capacity: record.capacity, capacity_minor: null };
}

function policyOf(record: InstanceRecord) {
  const { backupPolicy } = record;
  if (backupPolicy === null) return null;
  return {
    backup_policy_id: backupPolicy.id,
    tenant_id: record.projectId,
    created_at: backupPolicy.createdAt,
    updated_at: backupPolicy.updatedAt,
    policy: backupPolicy.policy,
  };
}

function domainsOf(record: InstanceRecord) {
  const named = record.engineVersion !== "3.0";
  const domain = named ? `redis-${record.id}.dcs.local` : null;
  const readOnly = named && record.product.cacheMode === "ha" ? `redis-${record.id}-readonly.dcs.local` : null;
  return { domainName: domain, domain_name: domain, readonlyDomainName: readOnly, readonly_domain_name: readOnly };
}

/** An instance as it appears in a list. */
export function listEntry(record: InstanceRecord): Record<string, unknown> {
  return {
    instance_id: record.id,
    name: record.name,
    engine: "Redis",
    engine_version: record.engineVersion,
    ...capacityOf(record),
    ip: record.ip,
    port: record.port,
    status: record.status,
    max_memory: usableMemory(record.product, record.capacity),
    used_memory: record.status === "RUNNING" ? 2 : 0,
    resource_spec_code: record.product.specCode,
    spec_code: record.product.specCode,
    charging_mode: 0,
    vpc_id: record.vpcId,
    vpc_name: "vpc-local",
    subnet_id: record.subnetId,
    security_group_id: record.securityGroupId,
    created_at: record.createdAt,
    update_at: record.updatedAt,
    error_code: record.errorCode,
    user_id: account.user.id,
    user_name: account.user.name,
    maintain_begin: record.maintainBegin,
    maintain_end: record.maintainEnd,
    no_password_access: String(record.passwordFree),
    access_user: null,
    enable_publicip: record.publicIpId !== null,
    publicip_id: record.publicIpId,
    publicip_address: null,
    enable_ssl: record.enableSsl,
    service_upgrade: false,
    service_task_id: "",
    enterprise_project_id: record.enterpriseProjectId,
    tags: record.tags,
    freeze_scene: null,
    ...domainsOf(record),
  };
}

/** An instance as reading it alone answers. The password is in neither. */
export function fullView(record: InstanceRecord): Record<string, unknown> {
  return {
    ...listEntry(record),
    description: record.description,
    internal_version: record.internalVersion,
    product_id: record.product.productId,
    cache_mode: record.product.cacheMode,
    subnet_name: "subnet-local",
    subnet_cidr: "192.168.0.0/24",
    security_group_name: record.securityGroupId === null ? null : "sg-local",
    available_zones: record.zoneIds,
    az_codes: record.zoneIds.map((id) => zoneById.get(id)?.code ?? id),
    instance_backup_policy: policyOf(record),
    order_id: null,
    enterprise_project_name: null,
    product_type: "generic",
    cpu_type: "x86_64",
    storage_type: "DRAM",
    launched_at: record.launchedAt,
    backend_addrs: null,
    cloud_service_type_code: "otc.service.type.dcs",
    cloud_resource_type_code: record.engineVersion === "3.0" ? "otc.resource.type.dcs" : "otc.resource.type.dcs3",
    task: null,
    task_status: null,
    is_free: false,
    free: false,
    crr_role: null,
    inquery_spec_code: record.product.specCode,
    support_slow_log_flag: null,
    ipv6: null,
    enable_ipv6: false,
    features: { support_acl: false },
    libos: false,
    sharding_count: 0,
    db_number: 256,
  };
}
