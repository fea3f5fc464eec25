import type { PlaceArgs } from "./place";

export interface GetCertificateArgs extends PlaceArgs {
  /** Id of the cache. */
  instanceId: string;
}
