import { usableMemory } from "../../catalogue/products";
import type { InstanceRecord } from "../records/instance-record";
import { findRedisBinary } from "./binary";
import { RedisServer } from "./server";

/** Where instances are served: by one Redis process each, or by nothing when there is no server to start. */
export class RedisHost {
  readonly binary: string | undefined;
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
    const server = await RedisServer.start(this.binary, {
      port: instance.port,
      password: instance.password,
      maxMemoryMb: usableMemory(instance.product, instance.capacity),
      renameCommands: instance.renameCommands,
    });
    if (this.closing) return server.stop();
    this.servers.set(instance.id, server);
    instance.ip = instance.privateIp ?? server.address.ip;
    instance.port = server.address.port;
  }

  async resize(instance: InstanceRecord): Promise<void> {
    await this.servers.get(instance.id)?.setMaxMemory(usableMemory(instance.product, instance.capacity));
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

  async flush(instance: InstanceRecord): Promise<void> {
    const renamed = Object.entries(instance.renameCommands).find(([name]) => name.toLowerCase() === "flushall");
    await this.servers.get(instance.id)?.flush(renamed?.[1]);
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

/** An address of 192.168.0.0/24 that looks the part when nothing listens. */
function inSubnet(id: string): string {
  return `192.168.0.${10 + (Number.parseInt(id.slice(0, 4), 16) % 240)}`;
}
