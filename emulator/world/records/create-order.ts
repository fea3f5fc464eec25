import type { Version } from "../../catalogue/edition";
import type { Product } from "../../catalogue/products";
import type { BackupPolicy, Tag } from "./instance-record";

export interface CurrentFields {
  readonly passwordFree: boolean;
  readonly publicIpId: string | null;
  readonly enableSsl: boolean;
  readonly enterpriseProjectId: string | null;
  readonly count: number;
  readonly privateIps: readonly string[];
  readonly port: number;
  readonly renameCommands: Readonly<Record<string, string>>;
  readonly tags: readonly Tag[];
}

/** A request to create that broke no rule. */
export interface CreateOrder extends CurrentFields {
  readonly name: string;
  readonly description: string | null;
  readonly version: Version;
  readonly product: Product;
  readonly capacity: number;
  readonly password: string;
  readonly vpcId: string;
  readonly subnetId: string;
  readonly securityGroupId: string | null;
  readonly zoneIds: readonly string[];
  readonly window: { readonly begin: string; readonly end: string };
  readonly backupPolicy: BackupPolicy | null;
}
