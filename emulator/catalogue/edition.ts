import { ServiceError } from "../service/errors";

/** `first`: Redis 3.0 and its `OTC_DCS_*` products. `current`: 4.0 and later with a specification code. */
export type Edition = "first" | "current";

export interface Version {
  readonly edition: Edition;
  /** As the service stores it: `3.0.7` is 3.0. */
  readonly engineVersion: string;
  readonly internalVersion: string | null;
}

const versions: Readonly<Record<string, Version>> = {
  "3.0": { edition: "first", engineVersion: "3.0", internalVersion: null },
  "3.0.7": { edition: "first", engineVersion: "3.0", internalVersion: "3.0.7" },
  "4.0": { edition: "current", engineVersion: "4.0", internalVersion: null },
  "5.0": { edition: "current", engineVersion: "5.0", internalVersion: null },
  "6.0": { edition: "current", engineVersion: "6.0", internalVersion: null },
  "7.0": { edition: "current", engineVersion: "7.0", internalVersion: null },
};

/** Which API a request came by; the newer one creates more. */
export type Generation = "v1.0" | "v2";

export function resolveVersion(value: unknown, generation: Generation): Version {
  const version = typeof value === "string" && Object.hasOwn(versions, value) ? versions[value] : undefined;
  if (version === undefined || (generation === "v1.0" && value === "7.0")) throw new ServiceError(4008);
  return version;
}
