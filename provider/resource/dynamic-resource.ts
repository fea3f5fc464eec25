import * as pulumi from "@pulumi/pulumi";
import type { Arguments } from "./describe/argument";

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
  /** @param declare Returns the arguments. It is called while stack traces are off. */
  protected constructor(
    type: DynamicType,
    name: string,
    declare: () => pulumi.Inputs,
    opts: pulumi.CustomResourceOptions,
  ) {
    // The SDK takes a stack trace for each promise of each property, and the language host maps every frame of it to
    // TypeScript: most of what a resource costs the program. Nobody reads them while a resource is declared.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
      const outputs = Object.fromEntries(type.properties.map((property) => [property, undefined]));
      super(
        `pulumi-nodejs:dynamic/otc:${type.name}`,
        name,
        { ...outputs, ...declare(), __provider: storedText(type) },
        pulumi.mergeOptions({ additionalSecretOutputs: [...type.secrets] }, opts),
      );
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
    }
  }
}

/** Properties of a type. An argument that matters only at creation is not an output. */
export const propertiesOf = (args: Arguments, computed: readonly string[]): string[] => [
  ...Object.entries(args)
    .filter(([, { change }]) => change.how !== "ignore")
    .map(([name]) => name),
  ...computed,
];

/** Passes options as arguments, because the runtime does not pass them to a dynamic provider. */
export const optionArguments = ({ customTimeouts, ...opts }: pulumi.CustomResourceOptions): pulumi.Inputs => ({
  customTimeouts,
  // The engine does not see which properties changed, so it cannot apply the option.
  replaceOnChanges: opts.replaceOnChanges,
});
