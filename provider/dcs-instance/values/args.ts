import type { Input } from "@pulumi/pulumi";
import type { AnyNumber, AnyText } from "../../resource/typing/open";
import type { RenameCommandsArgs, WhitelistGroupArgs } from "./access/args";
import type { BackupPolicyArgs } from "./backup/args";
import type { Hour } from "./backup/hours";
import type { ParametersArgs } from "./parameters/args";

/**
 * Arguments of a {@link DcsInstance}.
 *
 * The type of an argument lists its usual values, for editors, and takes any text or number beside them. The constructor
 * is stricter: it refuses another literal, and arguments that exclude each other.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/creating_a_dcs_instance.html
 */
export interface DcsInstanceArgs extends DcsInstanceArgsFrom4 {
  /**
   * Name of the instance: 4 to 64 letters, digits, `_` and `-`, starting with a letter, or with a digit if version 2
   * of the API creates it (7.0, or with a `templateId`). Default: `<resource name>-<stack>`. Changed in place to a name that
   * starts with a letter.
   * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/creating_a_dcs_instance.html
   */
  name?: Input<string>;
  /** Free text of up to 1,024 characters. Default: empty. Changed in place; when removed, it is cleared. Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/creating_a_dcs_instance.html */
  description?: Input<string>;
  /** Cache engine; `"Redis"` is the only one. Default: `"Redis"`. A change replaces. Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/creating_a_dcs_instance.html */
  engine?: Input<"Redis" | AnyText>;
  /** `"3.0"` (withdrawn on the public cloud in 2024), `"4.0"`, `"5.0"`, `"6.0"` or `"7.0"`. Required. A change replaces. Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/creating_a_dcs_instance.html */
  engineVersion: Input<"3.0" | "4.0" | "5.0" | "6.0" | "7.0" | AnyText>;
  /**
   * Size in GB. 3.0: 2, 4, 8, 16, 32, 64 (cluster: 64, 128, 256, 512). From 4.0: 0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 24, 32,
   * 48, 64 (`ha_rw_split`: 1 to 64; cluster and proxy: 4 to 1024, and 2048 for a proxy cluster of 6.0). Required. From 4.0
   * changed in place, up and down, where the service can; on 3.0 it grows in place, to whole GB, and a smaller size
   * replaces.
   * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/lifecycle_management/modifying_dcs_instance_specifications.html
   */
  // Listed here, because the compiler shows the name of a listed type instead of its values.
  capacity: Input<
    | 0.125
    | 0.25
    | 0.5
    | 1
    | 2
    | 4
    | 8
    | 16
    | 24
    | 32
    | 48
    | 64
    | 96
    | 128
    | 192
    | 256
    | 384
    | 512
    | 768
    | 1024
    | 2048
    | AnyNumber
  >;
  /**
   * Password of the cache, always secret. 8 to 32 characters on 3.0, 8 to 64 from 4.0, 8 to 32 on 7.0, of at least three
   * kinds: lower case, upper case, digits, special characters. Required unless `noPasswordAccess` is true. Changed in place.
   * From 4.0 it is set even if the old one is unknown or was changed outside of Pulumi; a cache of 3.0 needs the old one. The
   * service never shows it, so taking over a cache leaves its password as it is: to set one, declare another one afterwards.
   * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/password_management/resetting_the_password_of_a_dcs_instance.html
   */
  password?: Input<string>;
  /** Id of the VPC (a UUID). Required. A change replaces. Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/creating_a_dcs_instance.html */
  vpcId: Input<string>;
  /** Network id of the subnet (a UUID); DHCP must be on. Required. A change replaces. Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/creating_a_dcs_instance.html */
  subnetId: Input<string>;
  /** Id of the security group (a UUID). Required on 3.0, changed in place there; not available from 4.0. Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/modifying_information_about_a_dcs_instance.html */
  securityGroupId?: Input<string>;
  /**
   * Available zones by code (`"eu-de-01"`) or id, in any order: one for a single node, one or two for `ha`, one or more for
   * clusters. Required. A change replaces.
   * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/other_apis/querying_az_information.html
   */
  availableZones: Input<Input<string>[]>;
  /**
   * Product exactly as the service names it: `"OTC_DCS_SINGLE"`, `"OTC_DCS_MS"` or `"OTC_DCS_CL"` on 3.0, `<spec_code>-h`
   * later. Required unless `cacheMode` is set, and excludes it. Another number of nodes or another mode is changed in place
   * where `replicas` and `cacheMode` are; any other change replaces.
   * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/other_apis/querying_service_specifications.html
   */
  productId?: Input<string>;
  /**
   * `"single"`, `"ha"`, `"ha_rw_split"` (4.0 to 6.0), `"cluster"` or `"proxy"` (4.0 to 6.0). The provider looks up the
   * product. Required unless `productId` is set, and excludes it. Up to 6.0 changed in place between `proxy` and `ha` or
   * `ha_rw_split`; any other change replaces.
   * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/other_apis/querying_service_specifications.html
   */
  cacheMode?: Input<"single" | "ha" | "ha_rw_split" | "cluster" | "proxy" | AnyText>;
  /**
   * When backups are made and for how many days they are kept; not for single nodes, on 3.0 for master/standby only. Default:
   * none. Changed in place. When removed, it becomes manual, because the service cannot remove a policy.
   * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/creating_a_dcs_instance.html
   */
  instanceBackupPolicy?: Input<BackupPolicyArgs>;
  /**
   * Start of the maintenance window, UTC: `22:00:00`, `02:00:00`, `06:00:00`, `10:00:00`, `14:00:00` or `18:00:00`; any full
   * hour on 7.0 or with a `templateId`. Default: `02:00:00`. Changed in place.
   * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/other_apis/querying_maintenance_time_windows.html
   */
  maintainBegin?: Input<Hour | AnyText>;
  /**
   * End of the window, UTC, four hours after its start, or one hour on 7.0 or with a `templateId`; goes with `maintainBegin`.
   * Default: `06:00:00`. Changed in place.
   * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/other_apis/querying_maintenance_time_windows.html
   */
  maintainEnd?: Input<Hour | AnyText>;
  /**
   * Parameters of Redis by name. Preview checks names and values against the list of the instance or, before it exists,
   * against the documented ones of its version and mode. Default: those of the service. Changed in place, without a restart.
   * A parameter that is taken out returns to its default; one that was never declared is left alone.
   * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/parameter_management/modifying_instance_parameters.html
   */
  parameters?: Input<ParametersArgs>;
  /**
   * `true`: TLS. From 6.0; not for `proxy` and `ha_rw_split`. Default: `false`. Changed in place by a restart: connections are
   * cut for seconds, and a single node loses its data. While it is on, clients without TLS are refused. When removed, TLS is
   * switched off. Not managed if never declared.
   * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/network_security/enabling_or_disabling_ssl.html
   */
  enableSsl?: Input<boolean>;
  /** Region, `"eu-de"` or `"eu-nl"`. Default: `otc:region`. A change replaces. Reference: https://docs.otc.t-systems.com/regions-and-endpoints/index.html */
  region?: Input<string>;
  /** Project id, 32 hexadecimal digits. Default: the configured project. A change replaces. Reference: https://docs.otc.t-systems.com/identity-access-management/api-ref/apis/project_management/querying_project_information_based_on_the_specified_criteria.html */
  projectId?: Input<string>;
  /**
   * Id of an instance (a UUID) to take over instead of creating one. What is fixed at creation must be as declared. Default:
   * none. A later change, or removing it, changes nothing.
   * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/querying_a_dcs_instance.html
   */
  adoptInstanceId?: Input<string>;
  /**
   * What to do when an instance already has the name: `"fail"` stops and shows the instance; `"adopt"` takes it over if
   * everything fixed at creation is equal. Default: `otc:onNameConflict`, else `"fail"`. A later change changes nothing.
   * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/querying_all_dcs_instances_of_a_tenant.html
   */
  onNameConflict?: Input<"fail" | "adopt" | AnyText>;
  /**
   * `true`: the cache is not deleted and not replaced. Preview fails for a change that would replace it, and `destroy`
   * is refused, until the argument is `false` and `pulumi up` has run. The state keeps it, so it holds even without the
   * program. Default: `otc:deletionProtection`, else `false`. Changed in the state only.
   * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/deleting_a_single_dcs_instance.html
   */
  deletionProtection?: Input<boolean>;
  /**
   * `true`: a difference that only the service shows may replace the cache, and its data is lost. `false`: preview and
   * `up` fail with the list of such differences. Set it only for as long as needed. Default: `false`. Changed in the state only.
   * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/querying_a_dcs_instance.html
   */
  replaceOnDrift?: Input<boolean>;
}

/** The arguments of {@link DcsInstanceArgs} that came with Redis 4.0. The constructor refuses them on 3.0. */
export interface DcsInstanceArgsFrom4 {
  /**
   * Nodes per shard, the master included: `ha` 2 to 5, `ha_rw_split` 2 to 6, `cluster` 1 to 5; `single` has 1 and `proxy`
   * has 2. With `cacheMode` it chooses the product. From 4.0. Default: 2, later what the cache has. Changed in place.
   * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/lifecycle_management/modifying_dcs_instance_specifications.html
   */
  replicas?: Input<number>;
  /**
   * IPv4 addresses of the shards to keep when a cluster loses some: one address, or more, of each. From 4.0. Default: none;
   * required for that update, and it has no effect on any other. A change alone changes nothing.
   * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/lifecycle_management/modifying_dcs_instance_specifications.html
   */
  reservedIps?: Input<Input<string>[]>;
  /** `true`: anyone who reaches the address may use the cache. From 4.0; excludes `password`. Default: `false`. Changed in place. Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/password_management/resetting_the_password_of_a_dcs_instance.html */
  noPasswordAccess?: Input<boolean>;
  /** Fixed IPv4 address in the subnet. From 4.0. Default: chosen by the service. A change replaces. Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/creating_a_dcs_instance.html */
  privateIp?: Input<string>;
  /**
   * Who may connect: at most 4 groups with at most 20 addresses and ranges in all, in any order. From 4.0; a cache of 3.0
   * has a security group instead. Default: everybody who reaches the VPC. Changed in place, as a whole. When removed,
   * the list is emptied. Not managed if never declared.
   * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/network_security/configuring_ip_whitelist_groups.html
   */
  whitelist?: Input<Input<WhitelistGroupArgs>[]>;
  /** `true`: the whitelist is in force. From 4.0. Default: `true` if groups are declared, else `false`. Changed in place. Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/network_security/configuring_ip_whitelist_groups.html */
  enableWhitelist?: Input<boolean>;
  /** Port, 1 to 65535. From 4.0. Default: 6379. Changed in place, which cuts every connection. Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/lifecycle_management/modifying_information_about_a_dcs_instance.html */
  port?: Input<number>;
  /**
   * New names of dangerous commands. From 4.0. Default: their own names. Changed in place by a restart, which loses the data
   * of a single node. A command that is removed gets its own name back. The service never returns it, so nobody else should
   * rename commands.
   * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/lifecycle_management/modifying_information_about_a_dcs_instance.html
   */
  renameCommands?: Input<RenameCommandsArgs>;
  /**
   * Parameter template to begin with: the number of a system template or the UUID of your own, for this version and mode.
   * From 4.0. The cache is then created by version 2 of the API, where a password has at most 32 characters. Default: none. It
   * is used at creation only: a change replaces, removing it changes nothing.
   * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/template_management/querying_parameter_templates.html
   */
  templateId?: Input<string>;
  /** `true`: public access; needs `publicipId`. From 4.0. Default: `false`. A change replaces. Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/creating_a_dcs_instance.html */
  enablePublicip?: Input<boolean>;
  /** Id of the elastic IP (a UUID). From 4.0. Default: none. A change replaces. Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/outdated_apis_v1/lifecycle_management_apis/creating_a_dcs_instance.html */
  publicipId?: Input<string>;
  /** Id of the enterprise project. From 4.0. Default: the service's own. A change replaces. Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/lifecycle_management/creating_a_dcs_instance.html */
  enterpriseProjectId?: Input<string>;
  /** Tags, at most 20: keys of up to 36 characters, values of up to 43. From 4.0. Default: none. Changed in place. Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/tag_management/batch_adding_or_deleting_tags.html */
  tags?: Input<Record<string, Input<string>>>;
}
