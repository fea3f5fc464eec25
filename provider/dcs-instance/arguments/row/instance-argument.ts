import type { SchemaObject } from "ajv";
import type { Argument, Change, Values } from "../../../resource/describe/argument";
import type { Fact } from "../../api/features/facts";
import type { CreateInstanceRequest, Instance, ModifyInstanceRequest } from "../../api/types";
import type { Mode, Since } from "../../values/editions";
import type { InstanceInputs } from "../../values/types";

/** One argument, with everything that is specific to it. */
export interface InstanceArgument extends Argument {
  /** The first edition that has the argument. Absent: all have it. */
  readonly since?: Since;
  /** The modes whose instances do not have it, and what to do about it. Absent: all have it. */
  readonly notIn?: { readonly modes: readonly Mode[]; readonly remedy: string };
  /** Its part of the create request. Absent if the request needs more than the inputs, or does not contain it. */
  readonly toCreate?: (inputs: InstanceInputs) => Partial<CreateInstanceRequest>;
  /** Its part of the request that changes attributes. */
  readonly toModify?: (inputs: InstanceInputs, live: Instance) => ModifyInstanceRequest;
  /** The call that answers its value, if that is another than the one that reads the instance. */
  readonly asks?: Fact;
  /** Its value in an answer, or NOT_ANSWERED. */
  readonly served?: (live: Instance, declared: Partial<InstanceInputs>) => unknown;
  /** True for a value that the instance has without being declared, among all its values. An import leaves it out. */
  readonly implied?: (value: unknown, all: Values) => boolean;
}

/** Changed by PUT /instances/{id}. */
export const modify: Change = { how: "modify" };

export const FIXED = "is fixed when the instance is created";

export const replace = (because: string, alternative?: string): Change => ({ how: "replace", because, alternative });

/** The service chooses a value if nothing is declared. */
export const chosen = (change: Change): Change => ({ ...change, onlyIfDeclared: true });

export const ignore: Change = { how: "ignore" };

/** The schema of an id. `where` says where the console shows it. */
export const uuid = (what: string, where: string): SchemaObject => ({
  type: "string",
  pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
  remedy: `use the ${what}, a UUID such as 27d99e17-42f2-4751-818f-5c8c6c03ff15 (${where})`,
});
