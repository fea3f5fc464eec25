import type { Product } from "../../catalogue/products";

export type Status =
  | "CREATING"
  | "CREATEFAILED"
  | "RUNNING"
  | "ERROR"
  | "RESTARTING"
  | "EXTENDING"
  | "RESTORING"
  | "FLUSHING"
  | "DELETING"
  | (string & {});

/** The policy as the service stores it; `backup_at` always as numbers. */
export interface BackupPolicy {
  readonly save_days: number;
  readonly backup_type: "auto" | "manual";
  readonly periodical_backup_plan: {
    readonly begin_at: string;
    readonly period_type: "weekly";
    readonly backup_at: readonly number[];
    readonly timezone_offset: string | null;
  };
}

export interface StoredPolicy {
  readonly id: string;
  readonly createdAt: string;
  updatedAt: string;
  policy: BackupPolicy;
}

export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** Who may connect. */
export interface Whitelist {
  readonly enable_whitelist: boolean;
  readonly whitelist: readonly { readonly group_name: string; readonly ip_list: readonly string[] }[];
}

/** Which shards an instance has, and which places for nodes each of them. Both keep their numbers when others go. */
export interface Layout {
  readonly shards: readonly number[];
  readonly places: readonly number[];
}

/** One instance as the emulator keeps it. */
export interface InstanceRecord {
  readonly id: string;
  readonly projectId: string;
  /** Who pays: whoever calls, or somebody else. */
  readonly owner: "caller" | "foreign";
  name: string;
  description: string | null;
  status: Status;
  errorCode: string | null;
  readonly engineVersion: string;
  readonly internalVersion: string | null;
  product: Product;
  /** GB. */
  capacity: number;
  /** Shards and nodes, once a resize has changed them. */
  layout?: Layout;
  /** Empty for password-free access. Never leaves the emulator. */
  password: string;
  passwordFree: boolean;
  vpcId: string;
  subnetId: string;
  securityGroupId: string | null;
  zoneIds: readonly string[];
  maintainBegin: string;
  maintainEnd: string;
  backupPolicy: StoredPolicy | null;
  /** Empty until the instance has been built. */
  ip: string;
  port: number;
  readonly privateIp: string | null;
  renameCommands: Readonly<Record<string, string>>;
  /** TLS, which only a call of its own switches on. */
  enableSsl: boolean;
  readonly publicIpId: string | null;
  readonly enterpriseProjectId: string | null;
  tags: readonly Tag[];
  whitelist: Whitelist;
  /** Values of parameters that were set, by name. */
  parameters: Readonly<Record<string, string>>;
  readonly createdAt: string;
  launchedAt: string | null;
  updatedAt: string;
}
