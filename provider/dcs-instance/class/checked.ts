import type { CustomResourceOptions } from "@pulumi/pulumi";
import type { NoOthers } from "../../resource/typing/fitting";
import type { DcsInstanceArgs } from "../values/args";
import { DcsInstance as Instance } from "./dcs-instance";
import type { Judged, Missing } from "./rules";

type Rules<A> = { [K in keyof DcsInstanceArgs]: Judged<A, K> } & Missing<A> & NoOthers<DcsInstanceArgs, A>;

/** The arguments themselves if they fit together, else a type in which each mistake is an error of its own. */
export type FittingArgs<A> = A extends Rules<A> ? A : Rules<A>;

/** Makes caches. The compiler judges the arguments as far as they are literals. */
export interface DcsInstanceConstructor extends Pick<typeof Instance, keyof typeof Instance> {
  /**
   * @param name Name of the resource in the program; with the stack's name it makes the default name of the instance.
   * @param args What to create. Literals, unknown arguments, and arguments that exclude each other are errors of the
   * compiler; values that are known only when the program runs are judged by preview. In a generic function write
   * `new DcsInstance<DcsInstanceArgs>(...)`.
   * @param opts Options of the resource.
   */
  new <A extends DcsInstanceArgs = DcsInstanceArgs>(
    name: string,
    args: FittingArgs<A>,
    opts?: CustomResourceOptions,
  ): Instance;
}

/** A Redis cache of Open Telekom Cloud. */
export type DcsInstance = Instance;

/**
 * A Redis cache of Open Telekom Cloud: an instance of the Distributed Cache Service.
 *
 * @example
 * const cache = new DcsInstance("sessions", {
 *   engineVersion: "6.0", cacheMode: "ha", capacity: 2,
 *   availableZones: ["eu-de-01", "eu-de-02"], vpcId, subnetId,
 *   password: config.requireSecret("cachePassword"),
 * });
 * export const endpoint = cache.endpoint;
 */
export const DcsInstance: DcsInstanceConstructor = Instance;
