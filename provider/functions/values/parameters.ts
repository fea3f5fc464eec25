import type { PlaceArgs } from "./place";
import type { CacheMode } from "./region";

export interface GetParametersArgs extends PlaceArgs {
  /** Id of the cache. */
  instanceId: string;
}

/** A parameter of Redis, as the argument `parameters` of a cache names it. */
export interface Parameter {
  readonly name: string;
  /** The value in force. */
  readonly value: string;
  readonly defaultValue: string;
  /** E.g. `Integer`, `Enum`. */
  readonly type?: string;
  /** What it may be, e.g. `0-7200` or `yes,no`. */
  readonly range?: string;
}

export interface GetParameterTemplatesArgs extends PlaceArgs {
  /** `"sys"`: those of the service; `"user"`: your own. */
  type: "sys" | "user";
  /** E.g. `"6.0"`. Default: all. */
  engineVersion?: string;
  /** Mode of the caches that a template is for. Default: all. */
  cacheMode?: CacheMode;
  /** Part of the name. Default: any. */
  name?: string;
}

/** A parameter template, for the argument `templateId` of a new cache. */
export interface ParameterTemplate {
  /** Value for the argument `templateId`. */
  readonly id: string;
  readonly name: string;
  readonly type?: string;
  readonly engineVersion?: string;
  readonly cacheMode?: string;
  readonly description?: string;
}
