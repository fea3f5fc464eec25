import * as pulumi from "@pulumi/pulumi";
import { DcsInstance } from "../../../../provider/dcs-instance/class/dcs-instance";
import { current } from "../../support/inputs";

const declared: pulumi.Inputs[] = [];

beforeAll(() =>
  pulumi.runtime.setMocks({
    newResource({ name, inputs }) {
      declared.push(inputs);
      return { id: name, state: { ...inputs, endpoint: "192.168.0.7:6379" } };
    },
    call: () => ({}),
  }),
);

const resolved = <T>(output: pulumi.Output<T>): Promise<T> =>
  new Promise((resolve) => output.apply((value) => void resolve(value)));

test.each<[string, object, string | undefined]>([
  ["with a password", {}, "redis://:Blue_Kettle7@192.168.0.7:6379"],
  ["with TLS", { enableSsl: true }, "rediss://:Blue_Kettle7@192.168.0.7:6379"],
  ["without a password", { password: undefined, noPasswordAccess: true }, "redis://192.168.0.7:6379"],
])(
  "The connection string of a cache %s is secret, and no property that the state would keep",
  async (_, patch, url) => {
    const cache = new DcsInstance(`cache-${declared.length}`, current(patch));
    await expect(resolved(cache.connectionString)).resolves.toBe(url);
    await expect(pulumi.isSecret(cache.connectionString)).resolves.toBe(true);
    expect(declared.at(-1)).not.toHaveProperty("connectionString");
  },
);
