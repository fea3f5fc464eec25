import type { Server } from "node:http";
import type { Server as TlsServer } from "node:https";
import type { AddressInfo } from "node:net";

/** Where the emulator listens; it can be closed and opened again. */
export class Port {
  constructor(
    private readonly server: Server | TlsServer,
    private wanted: number,
  ) {}

  /** The port that was taken, once it has been opened. */
  get number(): number {
    return this.wanted;
  }

  /** @throws when the port is taken. */
  async open(): Promise<void> {
    if (this.server.listening) return;
    await new Promise<void>((resolve, reject) => {
      const refuse = (error: NodeJS.ErrnoException) => {
        const taken = error.code === "EADDRINUSE";
        const remedy = `Port ${this.wanted} of 127.0.0.1 is taken; give another one, or 0 for a free one.`;
        reject(taken ? new Error(remedy) : error);
      };
      this.server.once("error", refuse);
      this.server.listen(this.wanted, "127.0.0.1", () => {
        this.server.off("error", refuse);
        resolve();
      });
    });
    // A free one stays the same when it is opened again.
    this.wanted = (this.server.address() as AddressInfo).port;
  }

  /** Ends every connection too. */
  close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    return closed;
  }
}
