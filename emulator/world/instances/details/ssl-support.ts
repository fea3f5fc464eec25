import type { InstanceRecord } from "../../records/instance-record";

const versions: ReadonlySet<string> = new Set(["6.0", "7.0"]);
const modes: ReadonlySet<string> = new Set(["single", "ha", "cluster"]);

/** Whether TLS can be switched on for an instance. */
export function supportsSsl({ engineVersion, product }: InstanceRecord): boolean {
  return versions.has(engineVersion) && modes.has(product.cacheMode);
}
