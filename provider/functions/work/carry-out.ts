import * as pulumi from "@pulumi/pulumi";
import { Run } from "../../process/run";
import type { StackConfig } from "../../process/stack-config";
import { messageOf } from "../../resource/state/partial-failure";
import type { PlaceArgs } from "../values/place";
import { look, type Work } from "./look";

export type { Work } from "./look";

/** The stack's configuration, as the program sees it. */
function stackConfig(): StackConfig {
  const rawConfig = pulumi.runtime.allConfig();
  return { get: (key: string) => rawConfig[key], rawConfig } as StackConfig;
}

/** {@link look} in a program. A failure ends the program with its message and without a stack trace. */
export const carryOut = <A extends PlaceArgs, R>(name: string, work: Work<A, R>, args: A): Promise<R> =>
  look(new Run(stackConfig()), name, work, args).catch((error) => {
    throw new pulumi.RunError(messageOf(error));
  });
