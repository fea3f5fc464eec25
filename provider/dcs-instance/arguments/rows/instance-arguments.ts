import { LIFECYCLE_ARGUMENTS } from "../../../resource/describe/lifecycle-arguments";
import type { ArgumentName } from "../../values/types";
import { type InstanceArgument, ignore, uuid } from "../row/instance-argument";
import { ACCESS } from "./access/access";
import { COMMANDS } from "./access/commands";
import { TLS } from "./access/tls";
import { WHITELIST } from "./access/whitelist";
import { KIND } from "./kind";
import { PARAMETER_ROWS } from "./parameters";
import { PLACE } from "./place";
import { SIZE } from "./size";
import { TAGGING } from "./tagging";
import { TEMPLATE } from "./template";
import { UPKEEP } from "./upkeep";

/** Every argument of an instance, in the order in which messages name them. */
export const INSTANCE_ARGUMENTS: Readonly<Record<ArgumentName, InstanceArgument>> = {
  ...UPKEEP,
  ...TAGGING,
  ...KIND,
  ...SIZE,
  ...PLACE,
  ...ACCESS,
  ...COMMANDS,
  ...TEMPLATE,
  ...WHITELIST,
  ...PARAMETER_ROWS,
  ...TLS,
  // These two matter only while the instance is created.
  adoptInstanceId: {
    schema: uuid("id of the instance to take over", "DCS console, details of the instance"),
    change: ignore,
  },
  onNameConflict: { schema: { type: "string", enum: ["fail", "adopt"] }, change: ignore },
  ...LIFECYCLE_ARGUMENTS,
} satisfies Readonly<Record<ArgumentName, InstanceArgument>>;

export const ARGUMENT_NAMES = Object.keys(INSTANCE_ARGUMENTS) as ArgumentName[];
