import * as pulumi from "@pulumi/pulumi";
import { propertiesOf } from "../../measure/properties";
import { type Contender, declare } from "../../programs/contenders";
import { report } from "./apart";

export interface DeclaringOrder {
  readonly contender: Contender;
  readonly resources: number;
}

/** What a declared resource costs the program's process. */
export interface Declared {
  readonly msPerResource: number;
  readonly properties: number;
}

/** Not counted: what is loaded and compiled with the first ones. */
const WARM_UP = 10;

const registered = (resource: pulumi.CustomResource): Promise<string> =>
  new Promise((resolve) => {
    resource.urn.apply(resolve);
  });

async function measure({ contender, resources }: DeclaringOrder): Promise<void> {
  let properties = 0;
  await pulumi.runtime.setMocks({
    newResource: ({ name, inputs }) => ({ id: name, state: inputs }),
    call: () => ({}),
  });
  const declareFrom = async (first: number, count: number): Promise<void> => {
    const declared = Array.from({ length: count }, (_, index) => declare(contender, first + index));
    properties = propertiesOf(declared[0] as pulumi.CustomResource).length;
    await Promise.all(declared.map(registered));
  };
  await declareFrom(0, WARM_UP);
  const from = performance.now();
  await declareFrom(WARM_UP, resources);
  const declared: Declared = { msPerResource: (performance.now() - from) / resources, properties };
  report(declared);
}

void measure(JSON.parse(process.argv[2] ?? "{}"));
