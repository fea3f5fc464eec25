/** How the emulator behaves; every time is in milliseconds. */
export interface EmulatorOptions {
  /** TCP port on 127.0.0.1. Default 0: a free one. */
  readonly port?: number;
  /** How long an instance stays CREATING. Default 2000. */
  readonly createMs?: number;
  /** How long an instance stays DELETING. Default 1000. */
  readonly deleteMs?: number;
  /** How long an instance stays EXTENDING. Default 2000. */
  readonly extendMs?: number;
  /** How long an instance stays RESTARTING, FLUSHING or RESTORING, and a backup runs. Default 1000. */
  readonly taskMs?: number;
  /** How long a new cluster recovers after it is RUNNING, so that it refuses to switch TLS (4104). Default 3000. */
  readonly recoverMs?: number;
  /** Serve instances by a real Redis server. Default: when `redis-server` or `valkey-server` is on PATH. */
  readonly redis?: boolean;
  /** Life of a token. Default: 24 hours, as IAM's. */
  readonly tokenLifetimeMs?: number;
  /** How far the service's clock is ahead of the true time; negative: behind. Default 0. */
  readonly clockSkewMs?: number;
  /** How long an access key is locked after more than five failures in a row. Default: 5 minutes, as the gateway's. */
  readonly keyLockMs?: number;
  /** Refuse a passcode that was used before. Default false: good for the whole of its time. */
  readonly singleUsePasscodes?: boolean;
  /** Serve https with this certificate and key (PEM) instead of http. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** How long a new whitelist takes to be readable. Default 0. */
  readonly whitelistMs?: number;
  /** How a new whitelist is accepted: 204 as the reference says, or 200 as the service has answered since late 2024. Default 204. */
  readonly whitelistStatus?: 200 | 204;
  /** How many instances a project may hold. Default 200. */
  readonly instanceQuota?: number;
  /** How many GB of memory a project may hold. Default 204,800. */
  readonly memoryQuota?: number;
}

export type ResolvedOptions = Required<Omit<EmulatorOptions, "redis" | "tls">> & Pick<EmulatorOptions, "redis" | "tls">;

export const defaults: ResolvedOptions = {
  port: 0,
  createMs: 2000,
  deleteMs: 1000,
  extendMs: 2000,
  taskMs: 1000,
  recoverMs: 3000,
  tokenLifetimeMs: 24 * 60 * 60 * 1000,
  clockSkewMs: 0,
  keyLockMs: 5 * 60 * 1000,
  singleUsePasscodes: false,
  whitelistMs: 0,
  whitelistStatus: 204,
  instanceQuota: 200,
  memoryQuota: 204_800,
};
