import { type CustomResource, runtime } from "@pulumi/pulumi";
import { propertiesOf } from "../../../bench/measure/properties";
import { declare } from "../../../bench/programs/contenders";

describe("a declared cache", () => {
  let cache: CustomResource;

  beforeAll(async () => {
    await runtime.setMocks({
      newResource: ({ name, inputs }) => ({ id: name, state: inputs }),
      call: () => ({}),
    });
    cache = declare("ours", 0);
    await new Promise((resolve) => cache.urn.apply(resolve));
  });

  // Each costs the user's process time in every command: one more needs a reason.
  test("brings at most 56 properties into the program", () => {
    expect(propertiesOf(cache)).toEqual(expect.arrayContaining(["name", "status", "endpoint"]));
    expect(propertiesOf(cache).length).toBeLessThanOrEqual(56);
  });
});
