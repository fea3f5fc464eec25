import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { watchEngine } from "../../../../provider/process/watch-engine";

async function listening() {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const stop = () => new Promise<void>((done) => void server.close(() => done()));
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

describe("A provider process whose engine", () => {
  test("is there goes on", async () => {
    const { address, stop } = await listening();
    const stillThere = await watchEngine(address);
    await expect(stillThere()).resolves.toBeUndefined();
    await stop();
  });

  test("was killed orders nothing any more", async () => {
    const { address, stop } = await listening();
    const stillThere = await watchEngine(address);
    await stop();
    await expect(stillThere()).rejects.toThrow(/Pulumi has ended meanwhile.*run `pulumi up` again/);
  });

  test.each(["127.0.0.1:1", "no address", "127.0.0.1:99999", undefined])(
    "was never there (%p) goes on: somebody else calls it",
    async (address) => {
      const stillThere = await watchEngine(address);
      await expect(stillThere()).resolves.toBeUndefined();
    },
  );
});
