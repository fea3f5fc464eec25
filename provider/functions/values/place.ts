import type { Input } from "@pulumi/pulumi";

/** Where a function looks. Each function takes these beside its own arguments. */
export interface PlaceArgs {
  /** Region to look in. Default: the configured one. */
  region?: string;
  /** Id of the project to look in. Default: the configured one. */
  projectId?: string;
}

/** The arguments of a function whose values may come from resources. */
export type Inputs<A> = { readonly [K in keyof A]: Input<A[K]> };
