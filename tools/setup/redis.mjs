import { output, run } from "./run.mjs";
import { say } from "./say.mjs";

const servers = ["redis-server", "valkey-server"];

/** Per package manager: what to run, in order, and who may run it. */
const managers = [
  {
    tool: "apt-get",
    root: true,
    commands: [
      ["apt-get", "update", "-qq"],
      ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "redis-server"],
    ],
    environment: { DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" },
  },
  { tool: "dnf", root: true, commands: [["dnf", "install", "-y", "-q", "redis"]] },
  { tool: "dnf", root: true, commands: [["dnf", "install", "-y", "-q", "valkey"]] },
  { tool: "apk", root: true, commands: [["apk", "add", "--quiet", "redis"]] },
  { tool: "brew", root: false, commands: [["brew", "install", "--quiet", "redis"]] },
];

/** Is a Redis server installed, after it was installed where that needs no question? */
export async function redis() {
  if (await installed()) return true;
  for (const manager of managers) {
    const version = await output(manager.tool, ["--version"]);
    const prefix = version === undefined ? undefined : await asRoot(manager.root);
    if (prefix === undefined) continue;
    say(`Installing a Redis server with ${manager.tool}`);
    if ((await runAll(manager, prefix)) && (await installed())) return true;
  }
  say("No Redis server here, and none could be installed without asking: install redis-server or valkey-server.");
  return false;
}

async function installed() {
  for (const server of servers) if ((await output(server, ["--version"])) !== undefined) return true;
  return false;
}

/** What goes before a command that needs root; `undefined` when it would have to ask. @param {boolean} needed */
async function asRoot(needed) {
  if (!needed || process.getuid?.() === 0) return [];
  return (await output("sudo", ["-n", "true"])) === undefined ? undefined : ["sudo", "-n"];
}

/** @param {(typeof managers)[number]} manager @param {string[]} prefix */
async function runAll(manager, prefix) {
  for (const command of manager.commands) {
    const [program, ...args] = [...prefix, ...command];
    const env = { ...process.env, ...manager.environment };
    if ((await run(program, args, { stdio: ["ignore", "ignore", "inherit"], env })) !== 0) return false;
  }
  return true;
}
