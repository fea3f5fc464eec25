import { ApiError } from "../api/errors";
import type { Headers, Send } from "../api/http-client";
import { rememberSecret } from "../api/redact";
import type { Settings } from "../config/settings";
import type { Authenticator, SignedIn } from "./authenticator";
import { inspect, signIn, type Token, tokenRefused } from "./token";

const HEADER = "X-Auth-Token";
const EARLY = 5 * 60_000;

const isRefusal = (error: unknown): boolean =>
  error instanceof ApiError && error.kind === "http" && error.status !== 429 && (error.status as number) < 500;

/** Sign-in by password: one token for all calls, renewed before it expires and once when the service refuses it. */
export class PasswordSession implements Authenticator {
  #current?: Promise<Token & { readonly renewAt: number }>;

  constructor(
    private readonly send: Send,
    private readonly settings: Settings,
  ) {
    rememberSecret(settings.password);
  }

  async authorize(): Promise<Headers> {
    return { [HEADER]: (await this.#token()).id };
  }

  async renew(_refusal: ApiError, refused: Headers): Promise<void> {
    const current = await this.#token();
    // Calls that were refused together share one renewal.
    if (current.id === refused[HEADER]) await this.#fresh();
  }

  signedIn(): Promise<SignedIn> {
    return this.#token();
  }

  async #token(): Promise<Token & { readonly renewAt: number }> {
    const pending = this.#current;
    if (!pending) return this.#fresh();
    const token = await pending;
    if (Date.now() < token.renewAt) return token;
    return this.#current === pending ? this.#fresh() : this.#token();
  }

  #fresh(): Promise<Token & { readonly renewAt: number }> {
    const fresh = signIn(this.send, this.settings).then((token) => {
      const lifetime = token.lifetime ?? Number.POSITIVE_INFINITY;
      return { ...token, renewAt: Date.now() + lifetime - Math.min(EARLY, lifetime / 10) };
    });
    this.#current = fresh;
    fresh.catch((error) => {
      // A refusal stays: every further try with the same password brings the account nearer to being locked.
      if (!isRefusal(error) && this.#current === fresh) this.#current = undefined;
    });
    return fresh;
  }
}

/** A token made elsewhere: nothing to renew, and nothing to ask for unless its project or catalogue is needed. */
export class TokenSession implements Authenticator {
  #inspected?: Promise<SignedIn>;

  constructor(
    private readonly send: Send,
    private readonly settings: Settings,
    private readonly token: string,
  ) {
    rememberSecret(token);
  }

  async authorize(): Promise<Headers> {
    return { [HEADER]: this.token };
  }

  async renew(refusal: ApiError): Promise<void> {
    // The token is good, but for another project: the service's own words say it.
    throw refusal.number === 1004 ? refusal : tokenRefused(refusal, this.settings);
  }

  signedIn(): Promise<SignedIn> {
    const { projectId, dcsEndpoint } = this.settings;
    if (projectId !== undefined && dcsEndpoint !== undefined) return Promise.resolve({ projectId, catalogue: [] });
    const inspected = this.#inspected ?? inspect(this.send, this.settings, this.token);
    this.#inspected = inspected;
    inspected.catch((error) => {
      if (!isRefusal(error) && this.#inspected === inspected) this.#inspected = undefined;
    });
    return inspected;
  }
}

/** The way to sign in that the settings ask for; a token goes before a password. */
export const openSession = (send: Send, settings: Settings): Authenticator =>
  settings.token === undefined ? new PasswordSession(send, settings) : new TokenSession(send, settings, settings.token);
