import type { Input } from "@pulumi/pulumi";
import type { ParameterName } from "./parameters/table";

/**
 * When automatic backups run: table 4 of the reference.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/creating_a_dcs_instance.html
 */
export interface PeriodicalBackupPlanArgs {
  /** Full hour in which a backup starts, `"HH:00-HH:00"`, one hour long, e.g. `"00:00-01:00"`. */
  beginAt: Input<string>;
  /** Interval. The service knows only `"weekly"`. */
  periodType: Input<string>;
  /** Days of the week, 1 (Monday) to 7 (Sunday), each once, in any order. */
  backupAt: Input<Input<number>[]>;
  /** Time zone of `beginAt`, `"GMT-12:00"` to `"GMT+12:00"`. Default: the zone of the service. */
  timezoneOffset?: Input<string>;
}

/**
 * Backup policy of a master/standby or (from 4.0) cluster cache: table 3 of the reference.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/creating_a_dcs_instance.html
 */
export interface BackupPolicyArgs {
  /** Days a backup is kept, 1 to 7. */
  saveDays: Input<number>;
  /** `"auto"` or `"manual"`. Default: `"manual"`. */
  backupType?: Input<string>;
  /** When backups run. The service requires it for both types. */
  periodicalBackupPlan: Input<PeriodicalBackupPlanArgs>;
}

/**
 * Parameters of Redis by their names, e.g. `{ timeout: 300, "maxmemory-policy": "allkeys-lru" }`. A number may be written as
 * a text.
 */
export type ParametersArgs = Partial<Record<ParameterName, Input<string | number>>> &
  Record<string, Input<string | number> | undefined>;

/** Addresses that may connect to a cache. */
export interface WhitelistGroupArgs {
  /** Name of the group, for people. */
  groupName: Input<string>;
  /** IPv4 addresses and ranges, e.g. `"10.1.2.3"` or `"10.1.0.0/16"`; at least one. A range starts at its first address. */
  ipList: Input<Input<string>[]>;
}

type RenamableCommand =
  | "command"
  | "keys"
  | "flushdb"
  | "flushall"
  | "hgetall"
  | "scan"
  | "hscan"
  | "sscan"
  | "zscan"
  | "dbsize"
  | "dbstats";

/**
 * New names of dangerous commands: 4 to 64 letters, digits, `_` and `-`, starting with a letter. A command that is not
 * listed keeps its name. `dbsize` and `dbstats` are for mode `proxy` only.
 */
export type RenameCommandsArgs = Partial<Record<RenamableCommand, Input<string>>>;

/**
 * Arguments of a {@link DcsInstance}.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/creating_a_dcs_instance.html
 */
export interface DcsInstanceArgs {
  /**
   * Name of the instance: 4 to 64 letters, digits, `_` and `-`, starting with a letter, or with a digit if version 2
   * of the API creates it (7.0, or with a `templateId`). Default: `<resource name>-<stack>`. Changed in place to a name that
   * starts with a letter.
   */
  name?: Input<string>;
  /** Free text of up to 1,024 characters. Default: empty. Changed in place; when removed, it is cleared. */
  description?: Input<string>;
  /** Cache engine; `"Redis"` is the only one and the default. A change replaces. */
  engine?: Input<string>;
  /** `"3.0"` (withdrawn on the public cloud in 2024), `"4.0"`, `"5.0"`, `"6.0"` or `"7.0"`. A change replaces. */
  engineVersion: Input<string>;
  /**
   * Size in GB. 3.0: 2, 4, 8, 16, 32, 64 (cluster: 64, 128, 256, 512). From 4.0: 0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 24, 32,
   * 48, 64 (`ha_rw_split`: 1 to 64; cluster and proxy: 4 to 1024, and 2048 for a proxy cluster of 6.0). From 4.0 changed
   * in place, up and down, where the service can; on 3.0 it grows in place, to whole GB, and a smaller size replaces.
   */
  capacity: Input<number>;
  /**
   * Nodes per shard, the master included: `ha` 2 to 5, `ha_rw_split` 2 to 6, `cluster` 1 to 5; `single` has 1 and `proxy`
   * has 2. With `cacheMode` it chooses the product. From 4.0. Default: 2, later what the cache has. Changed in place.
   */
  replicas?: Input<number>;
  /**
   * Addresses of the shards to keep when a cluster loses some: one address, or more, of each. Required for that update;
   * it has no effect on any other. From 4.0.
   */
  reservedIps?: Input<Input<string>[]>;
  /**
   * Password of the cache, always secret. 8 to 32 characters on 3.0, 8 to 64 from 4.0, 8 to 32 on 7.0, of at least three kinds: lower case,
   * upper case, digits, special characters. Required unless `noPasswordAccess` is true. Changed in place. From 4.0 it is set
   * even if the old one is unknown or was changed outside of Pulumi; a cache of 3.0 needs the old one. The service never
   * shows it, so taking over a cache leaves its password as it is: to set one, declare another password afterwards.
   *
   * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/password_management/resetting_the_password_of_a_dcs_instance.html
   */
  password?: Input<string>;
  /** `true`: anyone who reaches the address may use the cache. From 4.0; excludes `password`. Default: `false`. Changed in place. */
  noPasswordAccess?: Input<boolean>;
  /** Id of the VPC (a UUID). A change replaces. */
  vpcId: Input<string>;
  /** Network id of the subnet (a UUID); DHCP must be on. A change replaces. */
  subnetId: Input<string>;
  /** Id of the security group (a UUID). Required for 3.0, changed in place there; not available from 4.0. */
  securityGroupId?: Input<string>;
  /** Available zones by code (`"eu-de-01"`) or id, in any order: one for a single node, one or two for `ha`, one or more for clusters. A change replaces. */
  availableZones: Input<Input<string>[]>;
  /** Product exactly as the service names it: `"OTC_DCS_SINGLE" | "OTC_DCS_MS" | "OTC_DCS_CL"` on 3.0, `<spec_code>-h` later. Exactly one of `productId` and `cacheMode`. Another number of nodes or another mode is changed in place where `replicas` and `cacheMode` are; any other change replaces. */
  productId?: Input<string>;
  /** `"single"`, `"ha"`, `"ha_rw_split"` (4.0 to 6.0), `"cluster"` or `"proxy"` (4.0 to 6.0). The provider looks up the product. Exactly one of `productId` and `cacheMode`. Up to 6.0 changed in place between `proxy` and `ha` or `ha_rw_split`; any other change replaces. */
  cacheMode?: Input<string>;
  /** Backups; not for single nodes, on 3.0 for master/standby only. Changed in place. When removed, it becomes manual, because the service cannot remove a policy. */
  instanceBackupPolicy?: Input<BackupPolicyArgs>;
  /** Start of the maintenance window: `22:00:00`, `02:00:00`, `06:00:00`, `10:00:00`, `14:00:00` or `18:00:00`; any full hour on 7.0 or with a `templateId`. UTC. Default `02:00:00`. Changed in place. */
  maintainBegin?: Input<string>;
  /** End of the window, four hours after its start, or one hour on 7.0 or with a `templateId`; goes with `maintainBegin`. Default `06:00:00`. Changed in place. */
  maintainEnd?: Input<string>;
  /** Fixed IPv4 address in the subnet. From 4.0. Default: chosen by the service. A change replaces. */
  privateIp?: Input<string>;
  /**
   * Who may connect: at most 4 groups with at most 20 addresses and ranges in all, in any order. From 4.0; a cache of 3.0
   * has a security group instead. Default: everybody who reaches the VPC. Changed in place, as a whole. When removed,
   * the list is emptied. Not managed if never declared.
   *
   * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/network_security/configuring_ip_whitelist_groups.html
   */
  whitelist?: Input<Input<WhitelistGroupArgs>[]>;
  /** Whether the whitelist is in force. From 4.0. Default: `true` if groups are declared, else `false`. Changed in place. */
  enableWhitelist?: Input<boolean>;
  /**
   * Parameters of Redis by name. Preview checks names and values against the list of the instance or, before it exists,
   * against the documented ones of its version and mode. Changed in place, without a restart. A parameter that is taken
   * out returns to its default; one that was never declared is left alone.
   *
   * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/parameter_management/modifying_instance_parameters.html
   */
  parameters?: Input<ParametersArgs>;
  /** Port, 1 to 65535. From 4.0. Default: 6379. Changed in place, which cuts every connection. */
  port?: Input<number>;
  /**
   * New names of dangerous commands. From 4.0. Changed in place by a restart, which loses the data of a single node. A
   * command that is removed gets its own name back. The service never returns it, so nobody else should rename commands.
   */
  renameCommands?: Input<RenameCommandsArgs>;
  /**
   * Parameter template to begin with: the number of a system template or the UUID of your own, for this version and mode.
   * From 4.0. The cache is then created by version 2 of the API, where a password has at most 32 characters. It is used at
   * creation only: a change replaces, removing it changes nothing.
   */
  templateId?: Input<string>;
  /**
   * TLS. From 6.0; not for `proxy`. Default: `false`. Changed in place by a restart: connections are cut for seconds, and a
   * single node loses its data. While it is on, clients without TLS are refused. When removed, TLS is switched off. Not
   * managed if never declared.
   *
   * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/network_security/enabling_or_disabling_ssl.html
   */
  enableSsl?: Input<boolean>;
  /** Public access; needs `publicipId`. From 4.0. Default: `false`. A change replaces. */
  enablePublicip?: Input<boolean>;
  /** Id of the elastic IP. A change replaces. */
  publicipId?: Input<string>;
  /** Enterprise project. From 4.0. A change replaces. */
  enterpriseProjectId?: Input<string>;
  /** Tags, at most 20. From 4.0. Changed in place. */
  tags?: Input<Record<string, Input<string>>>;
  /** Region, `"eu-de"` or `"eu-nl"`. Default: `otc:region`. A change replaces. */
  region?: Input<string>;
  /** Project id, 32 hexadecimal digits. Default: the configured project. A change replaces. */
  projectId?: Input<string>;
  /**
   * Id of an instance to take over instead of creating one. What is fixed at creation must be as declared. Removing the
   * argument later changes nothing.
   */
  adoptInstanceId?: Input<string>;
  /**
   * What to do when an instance already has the name: `"fail"` stops and shows the instance; `"adopt"` takes it over if
   * everything fixed at creation is equal. Default: `otc:onNameConflict`, else `"fail"`.
   */
  onNameConflict?: Input<string>;
  /**
   * `true`: the cache is not deleted and not replaced. Preview fails for a change that would replace it, and `destroy`
   * is refused, until the argument is `false` and `pulumi up` has run. The state keeps it, so it holds even without the
   * program. Default: `otc:deletionProtection`, else `false`. Changed in the state only.
   */
  deletionProtection?: Input<boolean>;
  /**
   * `true`: a difference that only the service shows may replace the cache, and its data is lost. `false`: preview and
   * `up` fail with the list of such differences. Set it only for as long as needed. Default: `false`. Changed in the state only.
   */
  replaceOnDrift?: Input<boolean>;
}
