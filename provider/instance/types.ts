/** Inputs after check: plain values, defaults filled in. Names and rules are those of `DcsInstanceArgs`. */
export interface InstanceInputs {
  readonly name: string;
  readonly description?: string;
  readonly engine: string;
  readonly engineVersion: string;
  readonly capacity: number;
  readonly password?: string;
  readonly noPasswordAccess?: boolean;
  readonly vpcId: string;
  readonly subnetId: string;
  readonly securityGroupId?: string;
  readonly availableZones: readonly string[];
  readonly productId?: string;
  readonly cacheMode?: string;
  readonly instanceBackupPolicy?: BackupPolicyInputs;
  readonly maintainBegin?: string;
  readonly maintainEnd?: string;
  readonly privateIp?: string;
  readonly port?: number;
  readonly renameCommands?: Readonly<Record<string, string>>;
  readonly enableSsl?: boolean;
  readonly enablePublicip?: boolean;
  readonly publicipId?: string;
  readonly enterpriseProjectId?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly region?: string;
  readonly projectId?: string;
  readonly adoptInstanceId?: string;
  readonly onNameConflict?: "fail" | "adopt";
  readonly deletionProtection?: boolean;
  readonly replaceOnDrift?: boolean;
  readonly replaceOnChanges?: readonly string[];
  readonly customTimeouts?: Readonly<Partial<Record<"create" | "update" | "delete", string>>>;
}

export interface BackupPolicyInputs {
  readonly saveDays: number;
  readonly backupType?: string;
  readonly periodicalBackupPlan: {
    readonly beginAt: string;
    readonly periodType: string;
    readonly backupAt: readonly number[];
    readonly timezoneOffset?: string;
  };
}

/** Name of an argument. */
export type ArgumentName = keyof InstanceInputs;

/** What the service adds to the arguments; a key is left out while the service has no value for it. */
export interface ComputedOutputs {
  readonly status: string;
  readonly ip?: string;
  readonly endpoint?: string;
  readonly domainName?: string;
  readonly readonlyDomainName?: string;
  readonly resourceSpecCode?: string;
  readonly internalVersion?: string;
  readonly maxMemory?: number;
  readonly vpcName?: string;
  readonly subnetName?: string;
  readonly subnetCidr?: string;
  readonly securityGroupName?: string;
  readonly availableZoneIds?: readonly string[];
  readonly availableZoneCodes?: readonly string[];
  readonly createdAt?: string;
  readonly userId?: string;
  readonly userName?: string;
  readonly orderId?: string;
  readonly chargingMode?: number;
  readonly backupPolicyId?: string;
}

/** State of an instance: every argument as resolved, and what the service adds. */
export type InstanceOutputs = InstanceInputs & ComputedOutputs;
