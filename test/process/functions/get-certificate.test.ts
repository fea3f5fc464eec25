import { execFile } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { promisify } from "node:util";
import { startEmulator } from "../../../emulator";

test("a program gets the certificate of a cache, with the sign-in of resources", async () => {
  const dcs = await startEmulator({ redis: false });
  try {
    const { id } = await dcs.foreign({ name: "sessions" });
    const program = `
      const { getCertificate } = require("pulumi-otc-dcs");
      getCertificate({ instanceId: "${id}" }).then((text) => process.stdout.write(text));
    `;
    const env = { ...process.env, ...dcs.env };
    const { stdout } = await promisify(execFile)(process.execPath, ["-e", program], { env });
    expect(new X509Certificate(stdout).ca).toBe(true);
  } finally {
    await dcs.close();
  }
});
