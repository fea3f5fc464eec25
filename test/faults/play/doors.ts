import path from "node:path";
import { CustomResource, type CustomResourceOptions, type ID, type Input, type Output } from "@pulumi/pulumi";
import { DcsBackup, DcsInstance, DcsRestore } from "pulumi-otc-dcs";
import { PLUGIN } from "../../plugin/support/yaml-stack";

type Args = Readonly<Record<string, Input<unknown>>>;

type Declare = (name: string, args: Args, options: CustomResourceOptions) => { readonly id: Output<ID> };

/** A way from a program to the provider. The cells, what happens to them and what is judged are the same for all. */
export interface Door {
  readonly cache: Declare;
  readonly backup: Declare;
  readonly restore: Declare;
  /** What the command of the provider's process contains. */
  readonly process: RegExp;
  /** Variables of the run. */
  readonly env: Readonly<Record<string, string>>;
}

class OfPlugin extends CustomResource {}

const ofPlugin =
  (type: string): Declare =>
  (name, args, options) =>
    new OfPlugin(`otc:dcs:${type}`, name, args, options);

export const DOORS = {
  dynamic: {
    cache: (name, args, options) => new DcsInstance(name, args as never, options),
    backup: (name, args, options) => new DcsBackup(name, args as never, options),
    restore: (name, args, options) => new DcsRestore(name, args as never, options),
    process: /dynamic-provider\/index\.js/,
    env: {},
  },
  plugin: {
    cache: ofPlugin("Instance"),
    backup: ofPlugin("Backup"),
    restore: ofPlugin("Restore"),
    process: /pulumi-resource-otc/,
    env: { PATH: `${PLUGIN}${path.delimiter}${process.env.PATH}` },
  },
} as const satisfies Readonly<Record<string, Door>>;

export type DoorName = keyof typeof DOORS;
