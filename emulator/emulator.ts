import { type CatalogueState, LiveCatalogue } from "./catalogue/live";
import { foreignOrder } from "./dcs/rules/create/foreign-order";
import type { FaultHandle, FaultPlan, FaultTarget } from "./faults/fault";
import { Faults } from "./faults/plans";
import type { JournalEntry } from "./http/exchange/journal";
import { Port } from "./http/port";
import { httpServer } from "./http/server";
import { Clock } from "./service/clock";
import { defaults, type EmulatorOptions } from "./service/options";
import { account, type Project } from "./world/accounts/account";
import { KeyStore } from "./world/accounts/keys";
import { Passcodes } from "./world/accounts/passcodes";
import { Projects } from "./world/accounts/projects";
import { environment, type SignInWays, signInWays } from "./world/accounts/sign-in-ways";
import { TokenStore } from "./world/accounts/tokens";
import type { Answer } from "./world/call/call";
import { Downloads } from "./world/downloads/store";
import { type RecordSnapshot, recordsOf } from "./world/instances/details/backups";
import { Jobs } from "./world/instances/jobs";
import { type KeptInstance, keptIn, putBack } from "./world/instances/kept";
import { InstanceStore } from "./world/instances/store";
import type { InstanceRecord } from "./world/records/instance-record";
import { RedisHost } from "./world/redis/host";
import type { World } from "./world/world";

/** An instance as it is inside the emulator, without its password. */
export type InstanceSnapshot = Readonly<Omit<InstanceRecord, "password">>;

/** What can be changed behind a client's back. The Redis server of an instance does not learn of a password set here. */
export type Tampering = Partial<Omit<InstanceRecord, "id" | "projectId">>;

/** A running local DCS. */
export interface Emulator {
  /** Base URL without path, on 127.0.0.1. */
  readonly url: string;
  /** Environment variables that lead a client here. */
  readonly env: Readonly<Record<string, string>>;
  /** Environment variables for each way to sign in. */
  readonly signIn: SignInWays;
  /** Path of the Redis server that serves instances; `undefined` when nothing does. */
  readonly redisBinary: string | undefined;
  /** Every call that came in so far, faults or not. */
  readonly journal: readonly JournalEntry[];
  /** Body of the last request to create an instance, unredacted; `undefined` before the first. */
  lastCreateBody(): Record<string, unknown> | undefined;
  /**
   * All instances somebody pays for, of all projects, in the order of their creation: everything not yet gone, CREATEFAILED
   * and DELETING included, lists lagging or not. `owner` tells those made by a call from those of `foreign()`.
   */
  instances(): InstanceSnapshot[];
  /** All backups or restores of an instance, the newest first; those included that failed or are deleted. */
  records(sort: "backup" | "restore", instanceId: string): RecordSnapshot[];
  /** Whether an instance lets clients in with this password. */
  admits(id: string, password: string): boolean;
  /** Changes an instance behind the client's back. Throws for an unknown id. */
  tamper(id: string, patch: Tampering): void;
  /** Takes an instance away at once, its Redis process too. */
  remove(id: string): Promise<void>;
  /** Lets the next instance end CREATEFAILED. Default reason `dcs.03.0001`. */
  failNextCreate(errorCode?: string): void;
  /** Answers the next matching call (or calls) in the service's place. */
  answerNext(match: FaultTarget & Pick<FaultPlan, "times">, answer: Answer): void;
  /** Plans a fault. */
  fault(plan: FaultPlan): FaultHandle;
  /** Forgets every planned fault; what one has begun (an instance that is stuck) goes on. */
  clearFaults(): void;
  /**
   * Puts an instance of somebody else here, RUNNING, without a call in the journal. Fields are those of the API's request to
   * create; what is missing is taken from a small Redis 6.0. Without `projectId` it is the project that `env` names.
   */
  foreign(
    fields: { readonly name: string; readonly [field: string]: unknown },
    projectId?: string,
  ): Promise<InstanceSnapshot>;
  /** All instances with their backups and restores, as JSON can hold them: without passwords and data. */
  kept(): KeptInstance[];
  /** Puts instances of another local DCS here, under their ids; those with a password take this one. Serves no data. */
  putBack(kept: readonly KeptInstance[], password: string): Promise<void>;
  /** One more project of the account, with lists and quota of its own; its name begins with the region (`eu-de_more`). */
  addProject(name: string): Project;
  /** Closes the port: connections end, new ones are refused (ECONNREFUSED), instances go their way. */
  stopListening(): Promise<void>;
  /** Opens the same port again. */
  resumeListening(): Promise<void>;
  /** Changes what is sold, what is in stock and the quota. What is there goes on; fields left out stay as they are. */
  changeCatalogue(changes: Partial<CatalogueState>): void;
  /** How many tokens IAM has handed out to callers. */
  signInCount(): number;
  /** Lets every token handed out so far expire. */
  expireTokens(): void;
  /** Lets every temporary access key there is expire. */
  expireTemporaryKeys(): void;
  /** Puts the service's clock this far ahead of the true time; negative: behind. */
  skewClock(ms: number): void;
  /** Stops serving, and stops every Redis process. */
  close(): Promise<void>;
}

function snapshot({ password: _, ...rest }: InstanceRecord): InstanceSnapshot {
  return rest;
}

const gaveToken = ({ method, path, status }: JournalEntry) =>
  method === "POST" && path === "/v3/auth/tokens" && status === 201;

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
  const projects = new Projects();
  const tokens = new TokenStore(resolved.tokenLifetimeMs, clock.now);
  const keys = new KeyStore(resolved.keyLockMs, clock.now);
  const catalogue = new LiveCatalogue(resolved);
  const passcodes = new Passcodes(resolved.singleUsePasscodes, clock.now);
  const instances = new InstanceStore(resolved, redis, clock, catalogue);
  const faults = new Faults();
  const journal: JournalEntry[] = [];
  let created: Record<string, unknown> | undefined;
  let url = "";
  const jobs = new Jobs(clock);
  const downloads = new Downloads(() => url, clock);
  const stores = { projects, keys, passcodes, tokens, instances, jobs, downloads };
  const world: World = { options: resolved, url: () => url, clock, redis, catalogue, ...stores };

  const desk = { faults, journal: () => journal, instances: () => instances.all().map(snapshot) };
  const server = httpServer(world, desk, {
    called: (entry) => journal.push(entry),
    working: ({ method, path }, body) => {
      if (method === "POST" && path.endsWith("/instances")) created = body as Record<string, unknown>;
    },
  });
  const port = new Port(server, resolved.port);
  await port.open();
  url = `${resolved.tls === undefined ? "http" : "https"}://127.0.0.1:${port.number}`;

  return {
    url,
    env: environment(url),
    signIn: signInWays(url, tokens, clock),
    redisBinary: redis.binary,
    journal,
    lastCreateBody: () => created,
    instances: desk.instances,
    records: (sort, instanceId) => {
      const instance = instances.all().find(({ id }) => id === instanceId);
      return instance === undefined ? [] : recordsOf(instance, sort);
    },
    admits: (id, password) => instances.all().some((record) => record.id === id && record.password === password),
    tamper: (id, patch) => {
      const record = instances.all().find((candidate) => candidate.id === id);
      if (record === undefined) throw new Error(`The emulator has no instance ${id}.`);
      Object.assign(record, patch);
      instances.history.note(record);
    },
    remove: (id) => instances.remove(id),
    failNextCreate: (errorCode) => {
      faults.add({ with: { kind: "fails", operation: "create", errorCode } });
    },
    answerNext: ({ times, ...on }, answer) => {
      faults.add({ on, times, with: { kind: "answer", ...answer } });
    },
    fault: (plan) => faults.add(plan),
    clearFaults: () => faults.clear(),
    foreign: async (fields, projectId = account.projects[0].id) =>
      snapshot(await instances.plant(projectId, foreignOrder(fields))),
    kept: () => keptIn(instances),
    putBack: (kept, password) => putBack(instances, kept, password),
    addProject: (name) => projects.add(name),
    stopListening: () => port.close(),
    resumeListening: () => port.open(),
    changeCatalogue: (changes) => catalogue.change(changes),
    signInCount: () => journal.filter(gaveToken).length,
    expireTokens: () => tokens.expireAll(),
    expireTemporaryKeys: () => keys.expireTemporary(),
    skewClock: (ms) => clock.skew(ms),
    close: async () => {
      instances.close();
      await Promise.all([port.close(), redis.close()]);
    },
  };
}
