/** Wire types of DCS API v1.0, named as the service names them. Absent values arrive as `null` or not at all. */

import type { Facts } from "./features/facts";
import type { Tagged } from "./features/tagging";

export interface PeriodicalBackupPlan {
  begin_at: string;
  period_type: string;
  /** Numbers in a create; other answers may contain strings. */
  backup_at: Array<number | string>;
  timezone_offset?: string | null;
}

export interface BackupPolicy {
  save_days?: number;
  backup_type?: string;
  periodical_backup_plan?: PeriodicalBackupPlan | null;
}

/** Answers wrap the policy. The edition of 2020 documents the bare form. */
export interface WrappedBackupPolicy {
  backup_policy_id?: string | null;
  policy?: BackupPolicy | null;
}

/** Body of POST /v1.0/{project_id}/instances. */
export interface CreateInstanceRequest extends Tagged {
  name: string;
  description?: string;
  engine: string;
  engine_version: string;
  capacity: number;
  password?: string;
  no_password_access?: string;
  vpc_id: string;
  security_group_id?: string;
  subnet_id: string;
  available_zones: string[];
  product_id: string;
  instance_backup_policy?: BackupPolicy;
  maintain_begin?: string;
  maintain_end?: string;
  private_ips?: string[];
  port?: number;
  rename_commands?: Record<string, string>;
  enable_publicip?: boolean;
  publicip_id?: string;
  enterprise_project_id?: string;
  /** Version 2 only. */
  template_id?: string;
}

export interface CreateInstanceAnswer {
  instance_id?: string;
  instances?: Array<{ instance_id: string; instance_name?: string }>;
}

/** Body of PUT /v1.0/{project_id}/instances/{instance_id}. A field that is left out stays unchanged. */
export interface ModifyInstanceRequest {
  name?: string;
  description?: string;
  maintain_begin?: string;
  maintain_end?: string;
  security_group_id?: string;
  instance_backup_policy?: BackupPolicy;
}

/** Body of POST /v1.0/{project_id}/instances/{instance_id}/extend. */
export interface ExtendInstanceRequest {
  /** Whole GB, more than now. */
  new_capacity: number;
  /** From 4.0: the specification of the new size. */
  spec_code?: string;
}

/** Answer of PUT /v1.0/{project_id}/instances/{instance_id}/password. Numbers are texts, times are in minutes. */
export interface PasswordAnswer {
  /** `Success`, `passwordFailed`, `Locked` or `Failed`, in any letter case. */
  result?: string | null;
  message?: string | null;
  retry_times_left?: string | null;
  lock_time?: string | null;
  lock_time_left?: string | null;
}

/** An entry of the list: enough to find an instance and to see its status. */
export interface InstanceSummary {
  instance_id: string;
  name: string;
  status: string;
  created_at?: string | null;
  error_code?: string | null;
}

/** Answer of GET /v1.0/{project_id}/instances/{instance_id}: the documented fields this provider reads. */
export interface Instance extends InstanceSummary, Tagged {
  description?: string | null;
  engine: string;
  engine_version: string;
  internal_version?: string | null;
  capacity: number;
  capacity_minor?: string | null;
  ip?: string | null;
  port?: number | string | null;
  domain_name?: string | null;
  domainName?: string | null;
  readonly_domain_name?: string | null;
  readonlyDomainName?: string | null;
  product_id?: string | null;
  resource_spec_code?: string | null;
  spec_code?: string | null;
  cache_mode?: string | null;
  max_memory?: number | null;
  vpc_id: string;
  vpc_name?: string | null;
  subnet_id: string;
  subnet_name?: string | null;
  subnet_cidr?: string | null;
  security_group_id?: string | null;
  security_group_name?: string | null;
  available_zones?: string[] | null;
  az_codes?: string[] | null;
  maintain_begin?: string | null;
  maintain_end?: string | null;
  instance_backup_policy?: (WrappedBackupPolicy & BackupPolicy) | null;
  no_password_access?: string | boolean | null;
  enable_publicip?: boolean | null;
  publicip_id?: string | null;
  enterprise_project_id?: string | null;
  charging_mode?: number | null;
  order_id?: string | null;
  user_id?: string | null;
  user_name?: string | null;
  /** Answers of further calls, as far as they were made. */
  facts?: Facts;
}

export interface AvailableZone {
  id: string;
  code: string;
  name?: string;
  resource_availability?: string | boolean;
}

export interface Product {
  product_id: string;
  spec_code?: string;
  cache_mode?: string | null;
  product_type?: string | null;
  cpu_type?: string | null;
  engine?: string | null;
  engine_versions?: string | null;
  spec_details?: string | null;
  /** The sizes, each with the zones that have it in stock; without zones, the stock is not known. */
  flavors?: Array<{ capacity: string; available_zones?: string[] | null; az_codes?: string[] | null }>;
  /** Nodes per shard. Flavors only. */
  replica_count?: number | string | null;
  /** Figures by size. Flavors only. */
  attrs?: Array<{ capacity?: string | number; name: string; value: string | number }> | null;
}
