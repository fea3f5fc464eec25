import type { AddressInfo } from "node:net";
import { account } from "./account";
import { Clock } from "./clock";
import { type FaultAnswer, type FaultMatch, Faults } from "./faults";
import { httpServer } from "./http/server";
import { TokenStore } from "./iam/tokens";
import type { InstanceRecord } from "./instances/record";
import { InstanceStore } from "./instances/store";
import type { JournalEntry } from "./journal";
import { defaults, type EmulatorOptions } from "./options";
import { RedisHost } from "./redis/host";
import type { World } from "./world";

/** An instance as it is inside the emulator, without its password. */
export type InstanceSnapshot = Readonly<Omit<InstanceRecord, "password">>;

/** What can be changed behind a client's back. */
export type Tampering = Partial<Omit<InstanceRecord, "id" | "projectId" | "password">>;

/** A running local DCS. */
export interface Emulator {
  /** Base URL without path, on 127.0.0.1. */
  readonly url: string;
  /** Environment variables that lead a client here. */
  readonly env: Readonly<Record<string, string>>;
  /** Path of the Redis server that serves instances; `undefined` when nothing does. */
  readonly redisBinary: string | undefined;
  /** Every call answered so far. */
  readonly journal: readonly JournalEntry[];
  /** Body of the last request to create an instance, unredacted; `undefined` before the first. */
  lastCreateBody(): Record<string, unknown> | undefined;
  /** All instances of all projects, in the order of their creation. */
  instances(): InstanceSnapshot[];
  /** Changes an instance behind the client's back. Throws for an unknown id. */
  tamper(id: string, patch: Tampering): void;
  /** Takes an instance away at once, its Redis process too. */
  remove(id: string): Promise<void>;
  /** Lets the next instance end CREATEFAILED. Default reason `dcs.03.0001`. */
  failNextCreate(errorCode?: string): void;
  /** Answers the next matching call (or calls) in the service's place. */
  answerNext(match: FaultMatch, answer: FaultAnswer): void;
  /** Lets every token handed out so far expire. */
  expireTokens(): void;
  /** Puts the service's clock this far ahead of the true time; negative: behind. */
  skewClock(ms: number): void;
  /** Stops serving, and stops every Redis process. */
  close(): Promise<void>;
}

/** The variables a client needs, for an emulator at `url`. */
function environment(url: string): Record<string, string> {
  return {
    OS_AUTH_URL: `${url}/v3`,
    OS_USERNAME: account.user.name,
    OS_PASSWORD: account.user.password,
    OS_DOMAIN_NAME: account.domain.name,
    OS_PROJECT_NAME: account.projects[0].name,
    OS_REGION_NAME: account.region,
    OS_ACCESS_KEY: account.accessKey,
    OS_SECRET_KEY: account.secretKey,
  };
}

/**
 * Starts a local DCS with its IAM on 127.0.0.1.
 *
 * @throws when the port is taken, or when `redis: true` and no server is installed.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const resolved = { ...defaults, ...Object.fromEntries(given) };
  const redis = new RedisHost(options.redis);
  const clock = new Clock(resolved.clockSkewMs);
  const tokens = new TokenStore(resolved.tokenLifetimeMs, clock.now);
  const instances = new InstanceStore(resolved, redis);
  const faults = new Faults();
  const journal: JournalEntry[] = [];
  let created: Record<string, unknown> | undefined;
  let url = "";
  const world: World = { options: resolved, url: () => url, clock, tokens, instances, redis };

  const server = httpServer(world, faults, (entry, body) => {
    journal.push(entry);
    if (entry.method === "POST" && entry.path.endsWith("/instances")) created = body as Record<string, unknown>;
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(
        taken
          ? new Error(`Port ${resolved.port} of 127.0.0.1 is taken; give another one, or 0 for a free one.`)
          : error,
      );
    });
    server.listen(resolved.port, "127.0.0.1", resolve);
  });
  url = `${resolved.tls === undefined ? "http" : "https"}://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    env: environment(url),
    redisBinary: redis.binary,
    journal,
    lastCreateBody: () => created,
    instances: () => instances.all().map(({ password: _, ...snapshot }) => snapshot),
    tamper: (id, patch) => {
      const record = instances.all().find((candidate) => candidate.id === id);
      if (record === undefined) throw new Error(`The emulator has no instance ${id}.`);
      Object.assign(record, patch);
    },
    remove: (id) => instances.remove(id),
    failNextCreate: (errorCode = "dcs.03.0001") => instances.failNext(errorCode),
    answerNext: (match, answer) => faults.add(match, answer),
    expireTokens: () => tokens.expireAll(),
    skewClock: (ms) => clock.skew(ms),
    close: async () => {
      instances.close();
      server.closeAllConnections();
      await Promise.all([new Promise((resolve) => server.close(resolve)), redis.close()]);
    },
  };
}
