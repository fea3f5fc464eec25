import { usableMemory } from "../../catalogue/products";
import { Authority } from "../certificates/authority";
import type { InstanceRecord } from "../records/instance-record";
import { findRedisBinary } from "./binary";
import { RedisServer, type RedisSettings } from "./server";

/** Where instances are served: by one Redis process each, or by nothing when there is no server to start. */
export class RedisHost {
  readonly binary: string | undefined;
  /** Signs the certificates of all instances. */
  readonly authority = new Authority();
  private readonly servers = new Map<string, RedisServer>();
  private closing = false;

  constructor(wanted: boolean | undefined) {
    this.binary = wanted === false ? undefined : findRedisBinary();
    if (wanted === true && this.binary === undefined) {
      throw new Error("Neither redis-server nor valkey-server is on PATH; install one, or start with redis: false.");
    }
  }

  /** Starts the instance's server and writes down where it listens. */
  async serve(instance: InstanceRecord): Promise<void> {
    if (this.binary === undefined) {
      instance.ip = instance.privateIp ?? inSubnet(instance.id);
      return;
    }
    const server = await RedisServer.start(this.binary, settingsOf(instance));
    if (this.closing) return server.stop();
    this.servers.set(instance.id, server);
    instance.ip = instance.privateIp ?? server.address.ip;
    instance.port = server.address.port;
  }

  async resize(instance: InstanceRecord): Promise<void> {
    await this.servers.get(instance.id)?.setMaxMemory(usableMemory(instance.product, instance.capacity));
  }

  /** Starts the instance's server anew at its address, as the instance is now. */
  async restart(instance: InstanceRecord, keepsData: boolean): Promise<void> {
    const server = this.servers.get(instance.id);
    if (server === undefined || this.binary === undefined) return;
    const next = await server.restarted(this.binary, settingsOf(instance), keepsData);
    this.servers.set(instance.id, next);
    if (server.isEncrypted) await this.setTls(instance, true);
    // The emulator may have been closed, or the instance removed, while the server started.
    if (this.closing) await this.stop(instance.id);
  }

  /** Bytes of the instance's data; 0 where no server holds them. */
  async usedMemory(instance: InstanceRecord): Promise<number> {
    return (await this.servers.get(instance.id)?.usedMemory()) ?? 0;
  }

  /** Lets the instance listen at another port; connections at the old one end. */
  async move(instance: InstanceRecord, port: number): Promise<void> {
    await this.servers.get(instance.id)?.move(port);
    instance.port = port;
  }

  async setPassword(instance: InstanceRecord, password: string): Promise<void> {
    await this.servers.get(instance.id)?.setPassword(password);
  }

  async configure(instance: InstanceRecord, name: string, value: string): Promise<void> {
    await this.servers.get(instance.id)?.configure(name, value);
  }

  /** Lets the instance take connections with TLS only, or without it only. A server that cannot do TLS goes on without. */
  async setTls(instance: InstanceRecord, enabled: boolean): Promise<void> {
    const server = this.servers.get(instance.id);
    if (server === undefined || server.isEncrypted === enabled) return;
    if (!enabled) return server.decrypt();
    const names = new Set([server.address.ip, instance.ip, "127.0.0.1", "::1", "localhost"]);
    await server.encrypt(this.authority.issue([...names]), this.authority.certificate);
  }

  async flush(instance: InstanceRecord): Promise<void> {
    const renamed = Object.entries(instance.renameCommands).find(([name]) => name.toLowerCase() === "flushall");
    await this.servers.get(instance.id)?.flush(renamed?.[1]);
  }

  /** All data of the instance; nothing where no server runs. */
  async save(instance: InstanceRecord): Promise<Buffer> {
    return (await this.servers.get(instance.id)?.save()) ?? Buffer.alloc(0);
  }

  /** Puts saved data in the place of the instance's. */
  async load(instance: InstanceRecord, data: Buffer): Promise<void> {
    await this.servers.get(instance.id)?.load(data);
  }

  async stop(id: string): Promise<void> {
    const server = this.servers.get(id);
    this.servers.delete(id);
    await server?.stop();
  }

  async close(): Promise<void> {
    this.closing = true;
    await Promise.all([...this.servers.keys()].map((id) => this.stop(id)));
  }
}

const settingsOf = ({ port, password, product, capacity, renameCommands }: InstanceRecord): RedisSettings => ({
  port,
  password,
  maxMemoryMb: usableMemory(product, capacity),
  renameCommands,
});

/** An address of 192.168.0.0/24 that looks the part when nothing listens. */
function inSubnet(id: string): string {
  return `192.168.0.${10 + (Number.parseInt(id.slice(0, 4), 16) % 240)}`;
}
