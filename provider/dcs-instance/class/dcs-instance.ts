import * as pulumi from "@pulumi/pulumi";
import { DynamicResource, type DynamicType, optionArguments } from "../../resource/dynamic-resource";
import { propertiesOf } from "../../resource/properties";
import { connectionStringOf } from "../arguments/rows/access/connection-string";
import { INSTANCE_ARGUMENTS } from "../arguments/rows/instance-arguments";
import { OUTPUT_NAMES } from "../conversion/state";
import type { WhitelistGroupArgs } from "../values/access/args";
import type { DcsInstanceArgs } from "../values/args";
import type { BackupPolicyArgs } from "../values/backup/args";

const TYPE: DynamicType = {
  name: "DcsInstance",
  module: "pulumi-otc-dcs/dcs-instance/v1",
  properties: propertiesOf(INSTANCE_ARGUMENTS, OUTPUT_NAMES),
  secrets: ["password"],
};

/**
 * A Redis cache of Open Telekom Cloud: an instance of the Distributed Cache Service.
 *
 * It counts as created when the service reports RUNNING, and as deleted when the service no longer knows it.
 * {@link DcsInstanceArgs} says what a change of each argument means. The option `customTimeouts` sets time limits; by
 * default a create and a delete may take 30 minutes, an update 60. The option `replaceOnChanges` takes names of arguments,
 * paths into them such as `instanceBackupPolicy.saveDays`, or `*`.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/
 *
 * @example
 * const cache = new DcsInstance("sessions", {
 *   engineVersion: "6.0", cacheMode: "ha", capacity: 2,
 *   availableZones: ["eu-de-01", "eu-de-02"], vpcId, subnetId,
 *   password: config.requireSecret("cachePassword"),
 * });
 * export const endpoint = cache.endpoint;
 */
export class DcsInstance extends DynamicResource {
  /** Name of the instance. */
  declare readonly name: pulumi.Output<string>;
  /** Free text. */
  declare readonly description: pulumi.Output<string | undefined>;
  /** Cache engine, `Redis`. */
  declare readonly engine: pulumi.Output<string>;
  /** Version of the engine. */
  declare readonly engineVersion: pulumi.Output<string>;
  /** Size in GB. */
  declare readonly capacity: pulumi.Output<number>;
  /** Password as declared; secret. */
  declare readonly password: pulumi.Output<string | undefined>;
  /** Whether the cache is used without a password. */
  declare readonly noPasswordAccess: pulumi.Output<boolean | undefined>;
  /** Id of the VPC. */
  declare readonly vpcId: pulumi.Output<string>;
  /** Network id of the subnet. */
  declare readonly subnetId: pulumi.Output<string>;
  /** Id of the security group (3.0). */
  declare readonly securityGroupId: pulumi.Output<string | undefined>;
  /** Available zones, as declared. */
  declare readonly availableZones: pulumi.Output<string[]>;
  /** Ids of the zones, 32 hexadecimal digits each. */
  declare readonly availableZoneIds: pulumi.Output<string[]>;
  /** Codes of the zones, e.g. `eu-de-01`. */
  declare readonly availableZoneCodes: pulumi.Output<string[]>;
  /** Product the service bills. */
  declare readonly productId: pulumi.Output<string | undefined>;
  /** `single`, `ha`, `ha_rw_split`, `cluster` or `proxy`. */
  declare readonly cacheMode: pulumi.Output<string>;
  /** Nodes per shard, the master included. */
  declare readonly replicas: pulumi.Output<number | undefined>;
  /** Backup policy in force. */
  declare readonly instanceBackupPolicy: pulumi.Output<pulumi.UnwrappedObject<BackupPolicyArgs> | undefined>;
  /** Id of the backup policy. */
  declare readonly backupPolicyId: pulumi.Output<string | undefined>;
  /** Start of the maintenance window. */
  declare readonly maintainBegin: pulumi.Output<string>;
  /** End of the maintenance window. */
  declare readonly maintainEnd: pulumi.Output<string>;
  /** Status; `RUNNING` while it serves. */
  declare readonly status: pulumi.Output<string>;
  /** Address in the subnet; several, separated by commas, for a cluster. */
  declare readonly ip: pulumi.Output<string>;
  /** Port. */
  declare readonly port: pulumi.Output<number>;
  /** Address and port to connect to, e.g. `192.168.0.7:6379`. */
  declare readonly endpoint: pulumi.Output<string>;
  /** Domain name, from 4.0. */
  declare readonly domainName: pulumi.Output<string | undefined>;
  /** Domain name of the read-only replicas. */
  declare readonly readonlyDomainName: pulumi.Output<string | undefined>;
  /** Specification, e.g. `dcs.master_standby` or `redis.ha.xu1.large.r2.2`. */
  declare readonly resourceSpecCode: pulumi.Output<string | undefined>;
  /** Version within the edition. */
  declare readonly internalVersion: pulumi.Output<string | undefined>;
  /** Usable memory in MB. */
  declare readonly maxMemory: pulumi.Output<number>;
  /** Name of the VPC. */
  declare readonly vpcName: pulumi.Output<string | undefined>;
  /** Name of the subnet. */
  declare readonly subnetName: pulumi.Output<string | undefined>;
  /** Address range of the subnet. */
  declare readonly subnetCidr: pulumi.Output<string | undefined>;
  /** Name of the security group (3.0). */
  declare readonly securityGroupName: pulumi.Output<string | undefined>;
  /** Time of creation, UTC, e.g. `2024-01-15T08:30:00.297Z`. */
  declare readonly createdAt: pulumi.Output<string>;
  /** Id of the user who created it. */
  declare readonly userId: pulumi.Output<string | undefined>;
  /** Name of the user who created it. */
  declare readonly userName: pulumi.Output<string | undefined>;
  /** Order, for prepaid instances. */
  declare readonly orderId: pulumi.Output<string | undefined>;
  /** 0: pay per use. */
  declare readonly chargingMode: pulumi.Output<number | undefined>;
  /** Region it lives in. */
  declare readonly region: pulumi.Output<string>;
  /** Project it lives in. */
  declare readonly projectId: pulumi.Output<string>;
  /** Whether connections must use TLS. */
  declare readonly enableSsl: pulumi.Output<boolean | undefined>;
  /** Public access. */
  declare readonly enablePublicip: pulumi.Output<boolean | undefined>;
  /** Id of the elastic IP. */
  declare readonly publicipId: pulumi.Output<string | undefined>;
  /** Fixed address as declared, or the one the service chose. */
  declare readonly privateIp: pulumi.Output<string | undefined>;
  /** Who may connect. */
  declare readonly whitelist: pulumi.Output<pulumi.UnwrappedObject<WhitelistGroupArgs>[] | undefined>;
  /** Whether the whitelist is in force. */
  declare readonly enableWhitelist: pulumi.Output<boolean | undefined>;
  /** The declared parameters, with their values. */
  declare readonly parameters: pulumi.Output<Record<string, string | number> | undefined>;
  /** Renamed commands as declared. */
  declare readonly renameCommands: pulumi.Output<Record<string, string> | undefined>;
  /** Parameter template it was created with, as declared. */
  declare readonly templateId: pulumi.Output<string | undefined>;
  /** Enterprise project. */
  declare readonly enterpriseProjectId: pulumi.Output<string | undefined>;
  /** Tags. */
  declare readonly tags: pulumi.Output<Record<string, string> | undefined>;
  /** Whether deletion and replacement of the cache are refused. */
  declare readonly deletionProtection: pulumi.Output<boolean | undefined>;
  /** Whether a difference that only the service shows may replace the cache. */
  declare readonly replaceOnDrift: pulumi.Output<boolean | undefined>;

  /**
   * What a client connects with: `redis://:<password>@<ip>:<port>`, or `rediss://` if the program declares `enableSsl`.
   * Secret. It has no password with `noPasswordAccess`, and is absent if the password is not known. It is made from the
   * other outputs, so the state does not contain it.
   */
  get connectionString(): pulumi.Output<string | undefined> {
    const known = pulumi.all([this.endpoint, this.password, this.enableSsl, this.noPasswordAccess]);
    return pulumi.secret(
      known.apply(([endpoint, password, enableSsl, noPasswordAccess]) =>
        connectionStringOf({ endpoint, password, enableSsl, noPasswordAccess }),
      ),
    );
  }

  /** Reads an existing instance by its id, without managing it. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): DcsInstance {
    return new DcsInstance(name, undefined, { ...opts, id });
  }

  /**
   * @param name Name of the resource in the program; with the stack's name it makes the default name of the instance.
   * @param args What to create. Left out only by {@link DcsInstance.get}.
   */
  constructor(name: string, args: DcsInstanceArgs | undefined, opts: pulumi.CustomResourceOptions = {}) {
    super(TYPE, name, () => (opts.id === undefined ? declaration(name, args, opts) : {}), opts);
  }
}

function declaration(
  name: string,
  args: DcsInstanceArgs | undefined,
  opts: pulumi.CustomResourceOptions,
): pulumi.Inputs {
  if (args === undefined) throw new Error(`DcsInstance "${name}" needs arguments`);
  return {
    ...args,
    name: nameOr(`${name}-${pulumi.getStack()}`, args.name),
    password: args.password === undefined ? undefined : pulumi.secret(args.password),
    ...optionArguments(opts),
  };
}

// A text stays a text, because each output costs the program time.
const nameOr = (fallback: string, given: pulumi.Input<string> | undefined): pulumi.Input<string> =>
  typeof given === "string" || given === undefined
    ? (given ?? fallback)
    : pulumi.output(given).apply((known: string | undefined) => known ?? fallback);
