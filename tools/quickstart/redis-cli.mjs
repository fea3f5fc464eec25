import { output } from "../setup/run.mjs";

const clients = ["redis-cli", "valkey-cli"];

/**
 * One line to paste into a shell, in any folder, that opens the cache. The password stays in its file.
 * @param {string} endpoint
 * @param {string | undefined} passwordFile left out where the program sets a password of its own
 */
export async function redisCliLine(endpoint, passwordFile) {
  const [host, port] = endpoint.split(/:(?=\d+$)/);
  const password = passwordFile === undefined ? "" : `REDISCLI_AUTH="$(cat ${quoted(passwordFile)})" `;
  return `${password}${await client()} -h ${host} -p ${port}`;
}

/** The one that is installed. */
async function client() {
  for (const name of clients) if ((await output(name, ["--version"])) !== undefined) return name;
  return clients[0];
}

/** @param {string} word */
function quoted(word) {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
