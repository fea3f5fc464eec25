import * as pulumi from "@pulumi/pulumi";

/** What a class says of its type to Pulumi. */
export interface DynamicType {
  /** Name in type tokens and urns, e.g. `DcsInstance`. Never changes: the state knows the resource by it. */
  readonly name: string;
  /** Module that exports the type's methods, e.g. `pulumi-otc-dcs/dcs-instance/v1`. Never changes either. */
  readonly module: string;
  /** Arguments and outputs: what is not named here never reaches the program. */
  readonly properties: readonly string[];
  readonly secrets: readonly string[];
}

/**
 * The text that Pulumi stores in the state of every resource and evaluates in its provider process, with `refresh` and
 * `destroy`, too, for ever after.
 */
export const storedText = ({ module }: Pick<DynamicType, "module">): string =>
  `exports.handler = () => require(${JSON.stringify(module)});`;

/**
 * A dynamic resource as `pulumi.dynamic.Resource` makes one, whose provider is the module that the stored text requires.
 * That class serializes a provider object into the text; ours needs no serializer and is the same in every release.
 */
export abstract class DynamicResource extends pulumi.CustomResource {
  /** @param declare Answers the arguments; called while no stack traces are taken. */
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

/** Options that the runtime hands to no dynamic provider, as arguments. */
export const optionArguments = ({ customTimeouts, ...opts }: pulumi.CustomResourceOptions): pulumi.Inputs => ({
  customTimeouts,
  // The engine sees no single changed property to act on.
  replaceOnChanges: opts.replaceOnChanges,
});
