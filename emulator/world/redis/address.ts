import { randomInt } from "node:crypto";
import { createServer } from "node:net";

export interface Address {
  readonly ip: string;
  readonly port: number;
}

/** The port that could be bound on `ip`, or the reason why none could. */
function tryToBind(ip: string, port: number): Promise<number | string> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
    probe.listen(port, ip, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : port));
    });
  });
}

/**
 * A free loopback address for one instance: an address of its own with the wanted port where the whole of 127.0.0.0/8
 * can be bound (Linux), else 127.0.0.1 with a free port.
 */
export async function freeAddress(port: number): Promise<Address> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const ip = `127.${randomInt(1, 255)}.${randomInt(0, 256)}.${randomInt(1, 255)}`;
    const bound = await tryToBind(ip, port);
    if (typeof bound === "number") return { ip, port: bound };
    if (bound !== "EADDRINUSE") break;
  }
  const bound = await tryToBind("127.0.0.1", 0);
  if (typeof bound !== "number") throw new Error(`No loopback port is free for an instance (${bound}).`);
  return { ip: "127.0.0.1", port: bound };
}
