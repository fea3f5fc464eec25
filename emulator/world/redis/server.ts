import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import type { Identity } from "../certificates/authority";
import { type Address, freeAddress } from "./address";
import { releaseOf } from "./binary";
import { type Listening, sendCommands } from "./commands";
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
rm -f "$2/dump.rdb"
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

/** Only DEBUG loads a file into a server that runs. From 7.0 it must be allowed, and earlier the words are unknown. */
const allowingDebug = (release: number, secret: string): string[] => [
  ...(release >= 7 ? ["enable-debug-command yes"] : []),
  // Clients find no DEBUG, as in the service.
  `rename-command DEBUG ${secret}`,
];

interface Files {
  readonly folder: string;
  /** What DEBUG is called. */
  readonly debug: string;
}

function configuration(settings: RedisSettings, address: Address, release: number, { folder, debug }: Files): string {
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
    ...allowingDebug(release, debug),
    ...(settings.password === "" ? [] : [`requirepass ${quote(settings.password)}`]),
    ...Object.entries(settings.renameCommands).map(([name, other]) => `rename-command ${name} ${quote(other)}`),
    "",
  ].join("\n");
}

/** One Redis server process. */
export class RedisServer {
  private constructor(
    private listens: Listening,
    private readonly process: ChildProcess,
    private password: string,
    private readonly files: Files,
  ) {}

  /** @param at Where another server has just ended. Default: a free address. */
  static async start(binary: string, settings: RedisSettings, at?: Address): Promise<RedisServer> {
    const address = at ?? (await freeAddress(settings.port));
    const folder = mkdtempSync(join(tmpdir(), "otc-dcs-emulator-"));
    const files = { folder, debug: randomBytes(8).toString("hex") };
    // A session of its own: the terminal's Ctrl-C must reach the emulator alone, which then stops its servers in order.
    const child = spawn("sh", ["-c", keeper, "sh", binary, folder], {
      detached: true,
      stdio: ["pipe", "ignore", "ignore", "pipe"],
    });
    child.stdin?.on("error", () => {});
    const settingsPipe = child.stdio[3] as Writable;
    settingsPipe.on("error", () => {});
    settingsPipe.end(configuration(settings, address, releaseOf(binary), files));
    const server = new RedisServer(address, child, settings.password, files);
    try {
      await server.untilReady();
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  get isEncrypted(): boolean {
    return this.listens.authority !== undefined;
  }

  get address(): Address {
    return this.listens;
  }

  /** @throws when the port is taken, or the server is older than Redis 7.0. */
  async move(port: number): Promise<void> {
    await this.configure(this.listens.authority === undefined ? "port" : "tls-port", String(port));
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

  /**
   * Takes TLS connections only from now on, at the same port, and cuts the connections there are.
   *
   * @param authority Certificate by which clients trust that of `identity`.
   * @returns false if the server was built without TLS, and goes on as before.
   */
  async encrypt({ cert, key }: Identity, authority: string): Promise<boolean> {
    const files = { cert: join(this.files.folder, "redis.crt"), key: join(this.files.folder, "redis.key") };
    writeFileSync(files.cert, cert, { mode: 0o600 });
    writeFileSync(files.key, key, { mode: 0o600 });
    try {
      await this.configure("tls-auth-clients", "no");
      await this.configure("tls-cert-file", files.cert);
      await this.configure("tls-key-file", files.key);
      await this.relocate("port", "tls-port");
      this.listens = { ...this.listens, authority };
      return true;
    } catch (error) {
      if (/unknown option|unsupported/i.test(String(error))) return false;
      throw error;
    } finally {
      // The server has read them. They must not stay in its folder, which is removed when it ends.
      for (const file of Object.values(files)) rmSync(file, { force: true });
    }
  }

  /** Takes connections without TLS only from now on, at the same port, and cuts the connections there are. */
  async decrypt(): Promise<void> {
    await this.relocate("tls-port", "port");
    const { authority: _, ...address } = this.listens;
    this.listens = address;
  }

  private async relocate(from: "port" | "tls-port", to: "port" | "tls-port"): Promise<void> {
    const { port } = this.listens;
    await this.send(
      ["CONFIG", "SET", from, "0"],
      ["CONFIG", "SET", to, String(port)],
      ["CLIENT", "KILL", "TYPE", "normal"],
    );
  }

  flush(command = "FLUSHALL"): Promise<void> {
    return this.send([command]);
  }

  /** All data, as a file of the server's own form. */
  async save(): Promise<Buffer> {
    await this.send(["SAVE"]);
    try {
      return await readFile(this.dump);
    } finally {
      await rm(this.dump, { force: true });
    }
  }

  /** Puts saved data in the place of all that is there. Connections stay. */
  async load(data: Buffer): Promise<void> {
    await writeFile(this.dump, data, { mode: 0o600 });
    try {
      await this.send([this.files.debug, "RELOAD", "NOSAVE"]);
    } finally {
      await rm(this.dump, { force: true });
    }
  }

  /** Ends this server and starts another in its place, with the data or without. */
  async restarted(binary: string, settings: RedisSettings, keepsData: boolean): Promise<RedisServer> {
    const { ip, port } = this.listens;
    const data = keepsData ? await this.save() : undefined;
    await this.stop();
    const next = await RedisServer.start(binary, settings, { ip, port });
    if (data !== undefined) await next.load(data);
    return next;
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

  private get dump(): string {
    return join(this.files.folder, "dump.rdb");
  }

  private send(...commands: readonly (readonly string[])[]): Promise<void> {
    return sendCommands(this.listens, this.password === "" ? commands : [["AUTH", this.password], ...commands]);
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
