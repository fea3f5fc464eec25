import { connect } from "node:net";
import { connect as connectByTls } from "node:tls";
import type { Address } from "./address";

type Command = readonly string[];

/** A command as the protocol writes it. */
export function encode(command: Command): string {
  return `*${command.length}\r\n${command.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join("")}`;
}

/** Where a server listens, and the certificate to trust if it takes TLS only. */
export interface Listening extends Address {
  readonly authority?: string;
}

function opened({ ip: host, port, authority }: Listening) {
  return authority === undefined
    ? { socket: connect({ host, port }), ready: "connect" }
    : { socket: connectByTls({ host, port, ca: authority }), ready: "secureConnect" };
}

/**
 * Sends commands whose replies are a single line each (PING, AUTH, CONFIG SET, CLIENT KILL, FLUSHALL); rejects on the first error
 * reply. That is all the emulator says to its servers, so a Redis client stays a matter of the tests.
 */
export function sendCommands(address: Listening, commands: readonly Command[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let received = "";
    const { socket, ready } = opened(address);
    const fail = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    socket.setTimeout(5000, () => fail(new Error("The Redis server does not answer.")));
    socket.on("error", fail);
    socket.on("close", () => reject(new Error("The Redis server closed the connection.")));
    socket.on(ready, () => socket.write(commands.map(encode).join("")));
    socket.on("data", (chunk) => {
      received += chunk.toString();
      const replies = received.split("\r\n").slice(0, -1);
      const refused = replies.find((reply) => reply.startsWith("-"));
      if (refused !== undefined) fail(new Error(`The Redis server refused a command: ${refused.slice(1)}`));
      else if (replies.length >= commands.length) {
        resolve();
        socket.end();
      }
    });
  });
}
