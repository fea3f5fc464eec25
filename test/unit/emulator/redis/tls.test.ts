import { get } from "node:https";
import { type Emulator, startEmulator } from "../../../../emulator";
import { selfSigned } from "../../../support/certificate";

const { cert, key } = selfSigned();
let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ redis: false, tls: { cert, key } });
});
afterAll(() => emulator.close());

const ask = (ca?: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    get(`${emulator.url}/v3`, { ca, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on("error", reject);
  });

test("With a certificate everything is served over https", async () => {
  expect([emulator.url, emulator.env.OS_AUTH_URL].map((url) => new URL(url ?? "").protocol)).toEqual([
    "https:",
    "https:",
  ]);
  await expect(ask(cert)).resolves.toBe(200);
});

test("Who does not trust the certificate does not get through", async () => {
  await expect(ask()).rejects.toMatchObject({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
});
