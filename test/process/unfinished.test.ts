import { startEmulator } from "../../emulator";
import type { CallError } from "./support/call-error";
import { type Props, ProviderProcess } from "./support/provider-process";

const declared: Props = {
  name: "sessions-test",
  engineVersion: "6.0",
  cacheMode: "single",
  capacity: 2,
  noPasswordAccess: true,
  availableZones: ["eu-de-01"],
  vpcId: "5a0e1d3c-7b52-4c1e-9d0f-3f6b8a2c4e10",
  subnetId: "c81f2b94-0d6a-4f37-8e25-71a9d4b3c5f6",
};

describe("a cache whose create took too long", () => {
  test("is still waited for by the next up when a refresh came between", async () => {
    const dcs = await startEmulator({ redis: false, createMs: 2_500 });
    const provider = await ProviderProcess.start(dcs.env);
    try {
      const { inputs } = await provider.check({ ...declared, customTimeouts: { create: "1s" } });
      const failure: CallError = await provider.create(inputs).then(
        () => Promise.reject(new Error("the create succeeded")),
        (error) => error,
      );
      const { id = "", properties = {} } = failure.kept ?? {};
      // The engine drops its note of the failed create when it refreshes.
      const { props = {} } = await provider.read(id, properties);
      expect(props).toMatchObject({ status: "CREATING" });
      expect(await provider.diff(id, props, inputs)).toMatchObject({ changes: true, replaces: [] });
      expect(await provider.update(id, props, inputs)).toMatchObject({
        status: "RUNNING",
        endpoint: expect.stringContaining(":6379"),
      });
    } finally {
      await provider.stop();
      await dcs.close();
    }
  });
});
