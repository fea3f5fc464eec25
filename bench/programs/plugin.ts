import * as path from "node:path";
import { CustomResource, secret } from "@pulumi/pulumi";
import { nameOf, PASSWORD, specification } from "./request";

const folder = path.dirname(require.resolve("pulumi-otc-dcs/package.json"));
const { shortenStackTraces } = require(path.join(folder, "dist/tools/declaration-site"));
const { resources } = require(path.join(folder, "plugin/schema.json"));

const OUTPUTS = Object.fromEntries(
  Object.keys(resources["otc:dcs:Instance"].properties).map((name) => [name, undefined]),
);

/** What the generated SDK declares, in its way: arguments, outputs without a value, no trace for each of them. */
class Instance extends CustomResource {
  constructor(name: string, args: object) {
    const restore = shortenStackTraces(__filename, 1);
    try {
      super("otc:dcs:Instance", name, { ...OUTPUTS, ...args }, { additionalSecretOutputs: ["connectionString"] });
    } finally {
      restore();
    }
  }
}

/** The same cache by the provider plugin. */
export const declare = (index: number) => new Instance(nameOf(index), specification(index, secret(PASSWORD)));
