import * as path from "node:path";
import { CustomResource, secret } from "@pulumi/pulumi";
import { nameOf, PASSWORD, specification } from "./request";

const folder = path.dirname(require.resolve("pulumi-otc-dcs/package.json"));
const { resources } = require(path.join(folder, "plugin/schema.json"));

const OUTPUTS = Object.fromEntries(
  Object.keys(resources["otc:dcs:Instance"].properties).map((name) => [name, undefined]),
);

/** What the generated SDK declares: arguments, and outputs without a value. */
class Instance extends CustomResource {
  constructor(name: string, args: object) {
    super("otc:dcs:Instance", name, { ...OUTPUTS, ...args }, { additionalSecretOutputs: ["connectionString"] });
  }
}

/** The same cache by the provider plugin. */
export const declare = (index: number) => new Instance(nameOf(index), specification(index, secret(PASSWORD)));
