import type { SchemaObject } from "ajv";
import { MODES } from "../../../dcs-instance/values/editions";

/** Rules of the arguments by which products and flavors are chosen. */
export const OFFER_PROPERTIES: Readonly<Record<string, SchemaObject>> = {
  cacheMode: { type: "string", enum: [...new Set([...MODES, "ha_rw_split"])] },
  engineVersion: { type: "string", minLength: 1, remedy: 'use a version such as "6.0"' },
  capacity: { type: "number", exclusiveMinimum: 0, remedy: "use a size in GB, such as 2 or 0.125" },
};

interface Offer {
  readonly cacheMode?: string;
  readonly engineVersions: readonly string[];
}

interface Wanted {
  readonly cacheMode?: string;
  readonly engineVersion?: string;
}

/** Whether an offer is for what is wanted. An offer that names no version is for all. */
export const isFor = ({ cacheMode, engineVersions }: Offer, wanted: Wanted): boolean =>
  (wanted.cacheMode === undefined || cacheMode === wanted.cacheMode) &&
  (wanted.engineVersion === undefined || engineVersions.length === 0 || engineVersions.includes(wanted.engineVersion));
