import { readFileSync } from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { parse } from "yaml";

const examples = path.resolve(__dirname, "../../../examples");
const { resourceInputs, functionInputs } = fromSchema();

/** Names of the inputs in the plugin's schema. */
function fromSchema() {
  const { resources, functions } = require("../../../plugin/schema.json");
  return {
    resourceInputs: Object.keys(resources["otc:dcs:Instance"].inputProperties),
    functionInputs: Object.keys(functions["otc:dcs:getFlavors"].inputs.properties),
  };
}

/** What the program declares, by a stand-in for the generated SDK. */
function declared() {
  const calls: { name: string; args: Record<string, unknown> }[] = [];
  class Instance {
    readonly endpoint = "192.168.0.7:6379";
    readonly id = "id";
    constructor(name: string, args: Record<string, unknown>) {
      calls.push({ name, args });
    }
  }
  const getFlavorsOutput = (args: Record<string, unknown>) => {
    calls.push({ name: "getFlavors", args });
    return pulumi.output({ flavors: [{ maxConnections: 10 }] });
  };
  pulumi.runtime.setAllConfig({ "project:cachePassword": "Local-Kettle-7" });
  jest.isolateModules(() => {
    jest.doMock("@pulumi/pulumi", () => pulumi);
    jest.doMock("pulumi-otc", () => ({ dcs: { Instance, getFlavorsOutput } }), { virtual: true });
    require(path.join(examples, "typescript-plugin"));
  });
  return calls;
}

test("examples/typescript-plugin declares the cache of examples/yaml, with names of the schema", () => {
  const { config, variables, resources } = parse(readFileSync(path.join(examples, "yaml/Pulumi.yaml"), "utf8"));
  const [cache, flavors] = declared();
  expect(cache?.name).toBe("sessions");
  expect({ ...cache?.args, password: undefined }).toEqual({
    ...resources.sessions.properties,
    vpcId: config.vpcId.default,
    subnetId: config.subnetId.default,
    password: undefined,
  });
  expect(pulumi.Output.isInstance(cache?.args.password)).toBe(true);
  expect(flavors?.args).toEqual(variables.flavors["fn::invoke"].arguments);
  expect(resourceInputs).toEqual(expect.arrayContaining(Object.keys(cache?.args ?? {})));
  expect(functionInputs).toEqual(expect.arrayContaining(Object.keys(flavors?.args ?? {})));
});
