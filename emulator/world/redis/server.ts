import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { type Address, freeAddress } from "./address";
import { sendCommands } from "./commands";
import { usedMemory } from "./used-memory";

export interface RedisSettings {
  /** Wanted port; see {@link freeAddress} for when it is another. */
  readonly port: number;
  /** Empty: no password. */
  readonly password: string;
  readonly maxMemoryMb: number;
  readonly renameCommands: Readonly<Record<string, string>>;
}

/**
 * Holds the server for as long as standard input is open. The pipe closes however its writer ends, `kill -9` included,
 * so no Redis outlives the emulator. The configuration comes on descriptor 3: a password in `argv` is readable by all.
 */
const keeper = `
trap '' INT
"$1" - <&3 3<&- >/dev/null 2>&1 &
server=$!
exec 3<&-
while read -r _; do :; done
kill -9 "$server" 2>/dev/null
wait "$server" 2>/dev/null
rmdir "$2" 2>/dev/null
`;

/** A word of the configuration: whatever could end it, or the line, is written as a byte. */
function quote(text: string): string {
  const bytes = [...Buffer.from(text)].map((byte) => {
    const plain = byte > 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c;
    return plain ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, "0")}`;
  });
  return `"${bytes.join("")}"`;
}

function configuration(settings: RedisSettings, address: Address, folder: string): string {
  return [
    `bind ${address.ip}`,
    `port ${address.port}`,
    "protected-mode no",
    "daemonize no",
    'save ""',
    "appendonly no",
    "databases 256",
    `dir ${quote(folder)}`,
    `maxmemory ${settings.maxMemoryMb}mb`,
    ...(settings.password === "" ? [] : [`requirepass ${quote(settings.password)}`]),
    ...Object.entries(settings.renameCommands).map(([name, other]) => `rename-command ${name} ${quote(other)}`),
    "",
  ].join("\n");
}

/** One Redis server process. */
export class RedisServer {
  private constructor(
    private listens: Address,
    private readonly process: ChildProcess,
    private password: string,
  ) {}

  static async start(binary: string, settings: RedisSettings): Promise<RedisServer> {
    const address = await freeAddress(settings.port);
    const folder = mkdtempSync(join(tmpdir(), "otc-dcs-emulator-"));
    // A session of its own: the terminal's Ctrl-C must reach the emulator alone, which then stops its servers in order.
    const child = spawn("sh", ["-c", keeper, "sh", binary, folder], {
      detached: true,
      stdio: ["pipe", "ignore", "ignore", "pipe"],
    });
    child.stdin?.on("error", () => {});
    const settingsPipe = child.stdio[3] as Writable;
    settingsPipe.on("error", () => {});
    settingsPipe.end(configuration(settings, address, folder));
    const server = new RedisServer(address, child, settings.password);
    try {
      await server.untilReady();
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  get address(): Address {
    return this.listens;
  }

  /** @throws when the port is taken, or the server is older than Redis 7.0. */
  async move(port: number): Promise<void> {
    await this.configure("port", String(port));
    this.listens = { ...this.listens, port };
  }

  setMaxMemory(megabytes: number): Promise<void> {
    return this.configure("maxmemory", `${megabytes}mb`);
  }

  configure(name: string, value: string): Promise<void> {
    return this.send(["CONFIG", "SET", name, value]);
  }

  async setPassword(password: string): Promise<void> {
    await this.send(["CONFIG", "SET", "requirepass", password]);
    this.password = password;
  }

  flush(command = "FLUSHALL"): Promise<void> {
    return this.send([command]);
  }

  /** Bytes of its data. */
  usedMemory(): Promise<number> {
    return usedMemory(this.address, this.password);
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => this.process.once("exit", () => resolve()));
    this.process.stdin?.end();
    await ended;
  }

  private send(command: readonly string[]): Promise<void> {
    return sendCommands(this.address, this.password === "" ? [command] : [["AUTH", this.password], command]);
  }

  private async untilReady(): Promise<void> {
    const deadline = Date.now() + 10_000;
    for (;;) {
      try {
        return await this.send(["PING"]);
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await delay(20);
      }
    }
  }
}
