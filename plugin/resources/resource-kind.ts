import { OUTPUT_NAMES as BACKUP_OUTPUTS } from "../../provider/dcs-backup/conversion/state";
import { dcsBackup } from "../../provider/dcs-backup/resource";
import { connectionStringOf } from "../../provider/dcs-instance/arguments/rows/access/connection-string";
import { OUTPUT_NAMES as INSTANCE_OUTPUTS } from "../../provider/dcs-instance/conversion/state";
import { dcsInstance } from "../../provider/dcs-instance/resource";
import { OUTPUT_NAMES as RESTORE_OUTPUTS } from "../../provider/dcs-restore/conversion/state";
import { dcsRestore } from "../../provider/dcs-restore/resource";
import { type Argument, isSecret, type Values } from "../../provider/resource/describe/argument";
import { OPTIONS } from "../../provider/resource/describe/lifecycle-arguments";
import type { ResourceType } from "../../provider/resource/describe/resource-type";
import { propertiesOf as propertiesIn } from "../../provider/resource/properties";

/** A resource type as the plugin offers it. */
export interface ResourceKind {
  // biome-ignore lint/suspicious/noExplicitAny: the plugin calls no service
  readonly type: ResourceType<any, any>;
  /** Outputs that are no arguments. */
  readonly outputs: readonly string[];
  /** Outputs that are made from others, and do not reach the type's methods. */
  readonly derived: Readonly<Record<string, (state: Values) => unknown>>;
  readonly secrets: readonly string[];
}

const kind = (
  type: ResourceKind["type"],
  outputs: readonly string[],
  derived: ResourceKind["derived"] = {},
): ResourceKind => {
  const secrets = Object.entries(type.arguments).filter(([, argument]) => isSecret(argument));
  return { type, outputs, derived, secrets: [...secrets.map(([name]) => name), ...Object.keys(derived)] };
};

/** The resource types by their tokens. */
export const RESOURCE_KINDS: Readonly<Record<string, ResourceKind>> = {
  "otc:dcs:Instance": kind(dcsInstance, INSTANCE_OUTPUTS, { connectionString: connectionStringOf }),
  "otc:dcs:Backup": kind(dcsBackup, BACKUP_OUTPUTS),
  "otc:dcs:Restore": kind(dcsRestore, RESTORE_OUTPUTS),
};

/** The arguments that a program declares. The engine applies options itself. */
export const argumentsOf = ({ type }: ResourceKind): ReadonlyArray<readonly [string, Argument]> =>
  Object.entries(type.arguments as Readonly<Record<string, Argument>>).filter(([name]) => !OPTIONS.has(name));

/** Arguments that the service never shows. A program has them, so they are no outputs. */
export const neverShown = (of: ResourceKind): readonly string[] =>
  argumentsOf(of).flatMap(([name, { answered }]) => (answered === false ? [name] : []));

export const isShown = ({ type }: ResourceKind, name: string): boolean =>
  (type.arguments as Readonly<Record<string, Argument>>)[name]?.answered !== false;

/** Everything that the state shows. */
export const propertiesOf = (of: ResourceKind): readonly string[] => {
  const shown = argumentsOf(of).filter(([name]) => isShown(of, name));
  return propertiesIn(Object.fromEntries(shown), [...of.outputs, ...Object.keys(of.derived)]);
};

/** The id at the service: an id that a program or a user gave may say more. */
export const idOf = ({ type }: ResourceKind, given: string): string => type.parseId?.(given).id ?? given;

/** Names of declared arguments; others belong to the engine. */
export const namesIn = (inputs: Values): string[] => Object.keys(inputs).filter((name) => !name.startsWith("__"));
