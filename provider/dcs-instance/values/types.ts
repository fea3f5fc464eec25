import type { CustomTimeouts, UnwrappedObject } from "@pulumi/pulumi";
import type { DcsInstanceArgs } from "./args";

type Declared = UnwrappedObject<DcsInstanceArgs>;

/** Inputs after check: plain values, with defaults, and with the options that the class passes as arguments. */
export interface InstanceInputs extends Declared {
  name: string;
  engine: string;
  replaceOnChanges?: string[];
  customTimeouts?: CustomTimeouts;
}

/** Name of an argument. */
export type ArgumentName = keyof InstanceInputs;

/** What the service adds to the arguments. A key is absent if the service has no value. */
export interface ComputedOutputs {
  status: string;
  ip?: string;
  endpoint?: string;
  domainName?: string;
  readonlyDomainName?: string;
  resourceSpecCode?: string;
  internalVersion?: string;
  maxMemory?: number;
  vpcName?: string;
  subnetName?: string;
  subnetCidr?: string;
  securityGroupName?: string;
  availableZoneIds?: string[];
  availableZoneCodes?: string[];
  createdAt?: string;
  userId?: string;
  userName?: string;
  orderId?: string;
  chargingMode?: number;
  backupPolicyId?: string;
}

/** State of an instance: every argument, and what the service adds. */
export type InstanceOutputs = InstanceInputs & ComputedOutputs;
