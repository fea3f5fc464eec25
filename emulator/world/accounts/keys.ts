import { randomBytes } from "node:crypto";
import { account } from "./account";
import type { Principal } from "./principal";

export interface AccessKey {
  readonly access: string;
  readonly secret: string;
  readonly principal: Principal;
}

/** A key that works only together with its security token, and only for a time. */
export interface TemporaryKey extends AccessKey {
  readonly securityToken: string;
  readonly expiresAt: number;
}

const dayMs = 24 * 60 * 60 * 1000;
const failuresUntilLocked = 6;

/** The access keys there are, and what was tried with each. */
export class KeyStore {
  private readonly keys = new Map<string, AccessKey | TemporaryKey>();
  private readonly failures = new Map<string, { count: number; lockedUntil: number }>();
  private readonly revoked = new Set<string>();

  constructor(
    private readonly lockMs: number,
    private readonly now: () => number,
  ) {
    const principal = { user: account.user };
    const { accessKey, secretKey, temporary } = account;
    this.keys.set(accessKey, { access: accessKey, secret: secretKey, principal });
    this.keys.set(temporary.accessKey, {
      access: temporary.accessKey,
      secret: temporary.secretKey,
      securityToken: temporary.securityToken,
      expiresAt: now() + dayMs,
      principal,
    });
  }

  find(access: string): AccessKey | TemporaryKey | undefined {
    return this.keys.get(access);
  }

  /** A new temporary key. */
  issue(principal: Principal, lifetimeMs: number): TemporaryKey {
    const part = () => randomBytes(16).toString("hex");
    const key = {
      access: `LOCAL-ONLY-${part().toUpperCase()}`,
      secret: `local-only-${part()}`,
      securityToken: `local-only-${part()}${part()}`,
      expiresAt: this.now() + lifetimeMs,
      principal,
    };
    this.keys.set(key.access, key);
    return key;
  }

  expired(key: TemporaryKey): boolean {
    return key.expiresAt <= this.now() || this.revoked.has(key.access);
  }

  /** Lets every temporary key there is expire at once. */
  expireTemporary(): void {
    for (const key of this.keys.values()) if ("securityToken" in key) this.revoked.add(key.access);
  }

  locked(access: string): boolean {
    return (this.failures.get(access)?.lockedUntil ?? 0) > this.now();
  }

  /** Notes how a try ended; too many failures in a row lock the key. */
  note(access: string, succeeded: boolean): void {
    if (succeeded) {
      this.failures.delete(access);
      return;
    }
    const count = (this.failures.get(access)?.count ?? 0) + 1;
    const locks = count >= failuresUntilLocked;
    this.failures.set(access, { count: locks ? 0 : count, lockedUntil: locks ? this.now() + this.lockMs : 0 });
  }
}
