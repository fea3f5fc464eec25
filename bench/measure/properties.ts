import { type CustomResource, Output } from "@pulumi/pulumi";

/** The properties that a resource brings into the program; each is an Output, and made of several promises. */
export const propertiesOf = (resource: CustomResource): string[] =>
  Object.entries(resource).flatMap(([name, value]) =>
    Output.isInstance(value) && name !== "urn" && name !== "id" ? [name] : [],
  );
