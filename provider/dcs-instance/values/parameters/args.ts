import type { Input } from "@pulumi/pulumi";
import type { ParameterName } from "./table";

/** The parameters that the service documents. */
export type DocumentedParametersArgs = Partial<Record<ParameterName, Input<string | number>>>;

/**
 * Parameters of Redis by their names, e.g. `{ timeout: 300, "maxmemory-policy": "allkeys-lru" }`. A number may be written as
 * a text.
 */
export type ParametersArgs = DocumentedParametersArgs & Record<string, Input<string | number> | undefined>;
