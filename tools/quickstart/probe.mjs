import { createRequire } from "node:module";
import { say } from "../setup/say.mjs";

const require = createRequire(import.meta.url);

/**
 * Talks to the cache as a program of the user's would: PING, SET, GET.
 * @param {string | undefined} endpoint the output of that name
 * @param {{ value: string }} password
 * @returns {Promise<"served" | "other password" | "no answer">}
 */
export async function probe(endpoint, password) {
  if (!endpoint) {
    say("The program exports no `endpoint` to connect to: see examples/basic/index.ts as it came");
    return "no answer";
  }
  say(`Connecting to ${endpoint} with a Redis client`);
  const { Redis } = require("ioredis");
  const [host, port] = endpoint.split(/:(?=\d+$)/);
  const client = new Redis({
    host,
    port: Number(port),
    password: password.value,
    lazyConnect: true,
    connectTimeout: 5_000,
    retryStrategy: () => null,
  });
  let reason = "";
  // The reason is told here only; what the calls below are rejected with is "Connection is closed".
  client.on("error", (/** @type {Error} */ error) => {
    reason = error.message;
  });
  try {
    await client.connect();
    const now = new Date().toISOString();
    say(`PING -> ${await client.ping()}`);
    say(`SET quickstart "${now}" -> ${await client.set("quickstart", now)}`);
    const got = await client.get("quickstart");
    say(`GET quickstart -> "${got}"`);
    return got === now ? "served" : "no answer";
  } catch (error) {
    if (reason.startsWith("WRONGPASS")) {
      say("It answers, and wants the password of your program, not the quickstart's own: the change has arrived");
      return "other password";
    }
    say(`The cache does not answer at ${endpoint}: ${reason || error}`);
    return "no answer";
  } finally {
    client.disconnect();
  }
}
