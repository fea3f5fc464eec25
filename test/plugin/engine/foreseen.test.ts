import path from "node:path";
import { CustomResource, type Output, secret } from "@pulumi/pulumi";
import type { PulumiFn } from "@pulumi/pulumi/automation";
import { type Emulator, startEmulator } from "../../../emulator";
import { EngineStack, succeeded } from "../../engine/support/stack";
import { PASSWORD, todays } from "../support/programs";
import { PLUGIN } from "../support/yaml-stack";

const { cacheMode: _, ...sized } = todays;
const { whitelist: __, ...plain } = todays;

/** Caches of which different things are certain before they exist. */
const declared: Readonly<Record<string, object>> = {
  mode: todays,
  product: { ...sized, productId: "redis.ha.xu1.large.r2.2-h" },
  nodes: { ...todays, replicas: 3 },
  single: { ...todays, cacheMode: "single", availableZones: ["d573142f24894ef3bd3664de068b44b0"], port: 6390 },
  cluster: { ...todays, cacheMode: "cluster", capacity: 24 },
  seven: { ...todays, engineVersion: "7.0" },
  three: { ...plain, engineVersion: "3.0", securityGroupId: "1477393a-29c9-4de5-843f-18ef51257c7e" },
};

const OUTPUTS = Object.keys(require("../../../plugin/schema.json").resources["otc:dcs:Instance"].properties);

/** A cache with every output of the schema, as a generated SDK declares them. */
class Cache extends CustomResource {
  constructor(name: string, args: object) {
    const outputs = Object.fromEntries(OUTPUTS.map((output) => [output, undefined]));
    super("otc:dcs:Instance", name, { ...outputs, ...args, name, password: secret(PASSWORD) });
  }
}

type Seen = Record<string, Record<string, unknown>>;

/** What a program sees of each cache: the outputs whose values are known. */
const seeing =
  (seen: Seen): PulumiFn =>
  async () => {
    for (const [name, args] of Object.entries(declared)) {
      const cache = new Cache(name, args) as unknown as Readonly<Record<string, Output<unknown>>>;
      for (const output of OUTPUTS)
        cache[output]?.apply((value) => {
          seen[name] = { ...seen[name], ...(value === undefined ? {} : { [output]: value }) };
        });
    }
  };

describe("what a program sees at preview of caches that do not exist yet", () => {
  let dcs: Emulator;
  let stack: EngineStack;
  const foreseen: Seen = {};

  beforeAll(async () => {
    dcs = await startEmulator({ redis: false, createMs: 100, deleteMs: 100 });
    stack = await EngineStack.create({ ...dcs.env, PATH: `${PLUGIN}${path.delimiter}${process.env.PATH}` });
    await succeeded(stack.preview(seeing(foreseen)));
  });
  afterAll(async () => {
    await stack?.close();
    await dcs?.close();
  });

  const ALWAYS = ["availableZoneCodes", "availableZoneIds", "capacity", "port", "projectId", "region"];

  test.each(Object.keys(declared))("is where it will be and as what it is ordered: %s", (name) => {
    const spec = name === "three" ? [] : ["resourceSpecCode"];
    const known = Object.keys(foreseen[name] ?? {});
    expect(known).toEqual(expect.arrayContaining([...ALWAYS, ...spec]));
    for (const open of ["ip", "endpoint", "connectionString", "status"]) expect(known).not.toContain(open);
  });

  test("is what it gets from `pulumi up`, each value", async () => {
    const made: Seen = {};
    await succeeded(stack.up(seeing(made)));
    expect(made).toMatchObject(foreseen);
    expect(made.mode).toMatchObject({ endpoint: expect.any(String), status: "RUNNING" });
  });
});
