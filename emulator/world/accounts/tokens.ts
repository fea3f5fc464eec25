import { randomBytes } from "node:crypto";
import type { Project } from "./account";
import type { Principal } from "./principal";

export interface Token {
  readonly id: string;
  readonly methods: readonly string[];
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly principal: Principal;
  /** Absent for a token of the whole domain. */
  readonly project: Project | undefined;
}

/** What a token is asked for with. */
export interface TokenOrder extends Pick<Token, "methods" | "principal" | "project"> {
  /** A token got with another one does not outlive it. */
  readonly notAfter?: number;
}

/** The tokens that were handed out. */
export class TokenStore {
  private readonly tokens = new Map<string, Token>();
  private readonly revoked = new Set<string>();

  constructor(
    private readonly lifetimeMs: number,
    private readonly now: () => number,
  ) {}

  issue({ notAfter = Number.POSITIVE_INFINITY, ...order }: TokenOrder): Token {
    const issuedAt = this.now();
    const id = `local-only-${randomBytes(24).toString("hex")}`;
    const token = { ...order, id, issuedAt, expiresAt: Math.min(issuedAt + this.lifetimeMs, notAfter) };
    this.tokens.set(id, token);
    return token;
  }

  /** The token, and whether it may still be used. */
  find(id: string): { token: Token; expired: boolean } | undefined {
    const token = this.tokens.get(id);
    if (token === undefined) return undefined;
    return { token, expired: token.expiresAt <= this.now() || this.revoked.has(id) };
  }

  /** Lets one token expire at once. */
  expire(id: string): void {
    this.revoked.add(id);
  }

  /** Lets every token handed out so far expire at once. */
  expireAll(): void {
    for (const id of this.tokens.keys()) this.revoked.add(id);
  }
}
