/** Types of Terraform that are caches, each with what its state shows. */
export const CACHE_TYPES = ["opentelekomcloud_dcs_instance_v1", "opentelekomcloud_dcs_instance_v2"] as const;

export type CacheType = (typeof CACHE_TYPES)[number];

/** One cache of a Terraform state. */
export interface Cache {
  /** Where Terraform has it, e.g. `module.web.opentelekomcloud_dcs_instance_v2.sessions["eu"]`. */
  readonly address: string;
  readonly type: CacheType;
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Names of the attributes that Terraform treats as sensitive, in whole or in part. */
  readonly sensitive: ReadonlySet<string>;
  /** Terraform would destroy it and make it anew. */
  readonly isTainted: boolean;
}

/** True for what Terraform writes where nothing is set. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (typeof value === "object" && Object.keys(value).length === 0);

/** The value if it is a text, else an empty one. */
export const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** The value if it is a list, else an empty one. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The value if it is an object, else an empty one. */
export const object = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
