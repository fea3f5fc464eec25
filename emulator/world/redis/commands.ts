import { connect } from "node:net";
import type { Address } from "./address";

type Command = readonly string[];

/** A command as the protocol writes it. */
export function encode(command: Command): string {
  return `*${command.length}\r\n${command.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join("")}`;
}

/**
 * Sends commands whose replies are a single line each (PING, AUTH, CONFIG SET, FLUSHALL); rejects on the first error
 * reply. That is all the emulator says to its servers, so a Redis client stays a matter of the tests.
 */
export function sendCommands(address: Address, commands: readonly Command[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = connect({ host: address.ip, port: address.port });
    const fail = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    socket.setTimeout(5000, () => fail(new Error("The Redis server does not answer.")));
    socket.on("error", fail);
    socket.on("close", () => reject(new Error("The Redis server closed the connection.")));
    socket.on("connect", () => socket.write(commands.map(encode).join("")));
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
