import * as pulumi from "@pulumi/pulumi";
import { shortenStackTraces } from "./declaration-site";
import { firstAhead } from "./first-ahead";

/** What Pulumi has to know about a type. */
export interface DynamicType {
  /** Name in type tokens and urns, e.g. `DcsInstance`. It never changes, because the state contains it. */
  readonly name: string;
  /** Module that exports the type's methods, e.g. `pulumi-otc-dcs/dcs-instance/v1`. It never changes either. */
  readonly module: string;
  /** Arguments and outputs. A property that is not listed never reaches the program. */
  readonly properties: readonly string[];
  readonly secrets: readonly string[];
}

/**
 * The text that Pulumi stores in the state of every resource. Its provider process evaluates the text in every later run,
 * also for `refresh` and `destroy`.
 */
export const storedText = ({ module }: Pick<DynamicType, "module">): string =>
  `exports.handler = () => require(${JSON.stringify(module)});`;

/**
 * A dynamic resource like one of `pulumi.dynamic.Resource`. Its provider is the module that the stored text requires.
 * Pulumi's class would serialize a provider object into the text; this text is constant and the same in every release.
 */
export abstract class DynamicResource extends pulumi.CustomResource {
  /** @param declare Returns the arguments. It is called while stack traces are short. */
  protected constructor(
    type: DynamicType,
    name: string,
    declare: () => pulumi.Inputs,
    opts: pulumi.CustomResourceOptions,
  ) {
    const restore = shortenStackTraces(__filename);
    try {
      const outputs = Object.fromEntries(type.properties.map((property) => [property, undefined]));
      super(
        `pulumi-nodejs:dynamic/otc:${type.name}`,
        name,
        // In front, because the SDK prepares one property after the other.
        { __provider: firstAhead(storedText(type)), ...outputs, ...declare() },
        pulumi.mergeOptions({ additionalSecretOutputs: [...type.secrets] }, opts),
      );
    } catch (error) {
      restore();
      // It has none yet, and its line is what the user looks for.
      if (error instanceof Error) Error.captureStackTrace(error, new.target);
      throw error;
    } finally {
      restore();
    }
  }
}

/** Passes options as arguments, because the runtime does not pass them to a dynamic provider. */
export const optionArguments = ({ customTimeouts, ...opts }: pulumi.CustomResourceOptions): pulumi.Inputs => ({
  ...(customTimeouts ? { customTimeouts } : {}),
  // The engine does not see which properties changed, so it cannot apply the option.
  ...(opts.replaceOnChanges ? { replaceOnChanges: opts.replaceOnChanges } : {}),
});
