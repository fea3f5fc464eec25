import { connect } from "node:net";
import type { Address } from "./address";
import { encode } from "./commands";

/** Bytes that the data of a server take, beside what an empty server needs for itself. */
export function usedMemory(address: Address, password: string): Promise<number> {
  const commands = [...(password === "" ? [] : [["AUTH", password]]), ["INFO", "memory"]];
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = connect({ host: address.ip, port: address.port });
    socket.setTimeout(5000, () => socket.destroy(new Error("The Redis server does not answer.")));
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("The Redis server did not tell its memory.")));
    socket.on("connect", () => socket.write(commands.map(encode).join("")));
    socket.on("data", (chunk) => {
      received += chunk.toString();
      const bytes = /\r\nused_memory_dataset:(\d+)\r\n/.exec(received)?.[1];
      if (bytes === undefined) return;
      resolve(Number(bytes));
      socket.end();
    });
  });
}
