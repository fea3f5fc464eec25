import { figuresOf } from "../../../catalogue/figures";
import { zoneById } from "../../../catalogue/zones";
import type { InstanceRecord } from "../../records/instance-record";
import { supportsSsl } from "../details/ssl-support";
import { fullView, listEntry } from "./view";

const featuresOf = (record: InstanceRecord) => ({
  support_acl: false,
  support_ssl: supportsSsl(record),
  support_transparent_client_ip: false,
  support_audit_log: false,
});

/** What only v2 tells, and what it tells otherwise than v1.0. */
function inBoth(record: InstanceRecord) {
  return {
    description: record.description,
    az_codes: record.zoneIds.map((id) => zoneById.get(id)?.code ?? id),
    features: featuresOf(record),
    service_task_id: null,
    sub_status: null,
  };
}

/** An instance as it appears in a list of v2. */
export function listEntryV2(record: InstanceRecord): Record<string, unknown> {
  const { update_at: updatedAt, ...rest } = listEntry(record);
  return { ...rest, ...inBoth(record), updated_at: updatedAt };
}

const noExpansion = {
  begin_time: null,
  end_time: null,
  current_time: null,
  next_expand_time: null,
  expand_count: 0,
  expand_effect_time: 0,
  expand_interval_time: 0,
  max_expand_count: 0,
  task_running: false,
};

/** An instance as reading it alone by v2 answers. */
export function fullViewV2(record: InstanceRecord): Record<string, unknown> {
  const figures = figuresOf(record.product, record.capacity);
  return {
    ...fullView(record),
    ...inBoth(record),
    replica_count: record.product.replicas,
    sharding_count: figures.shards,
    db_number: figures.databases,
    bandwidth_info: { bandwidth: figures.bandwidth, ...noExpansion },
    transparent_client_ip_enable: false,
    domain_name_info: {
      support_public_resolve: false,
      is_latest_rules: true,
      zone_name: null,
      history_domain_names: [],
    },
  };
}
