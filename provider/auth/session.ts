import type { HttpClient } from "../api/http-client";
import type { Settings } from "../config/settings";
import { inspectToken, type SignedIn, signInByPassword, tokenRemedy } from "./token";

/** Who we are to the service. One per set of credentials and project, shared by all instances of a run. */
export interface Authenticator {
  /** Signs in if that has not happened yet. */
  signedIn(): Promise<Pick<SignedIn, "projectId" | "endpoint">>;
  /** Headers that prove it. */
  authorize(): Promise<Readonly<Record<string, string>>>;
  /** After a 401: true when another try can succeed. `headers` are those that were refused. */
  renew(headers: Readonly<Record<string, string>>): Promise<boolean>;
  /** What the user can do when the service refuses us for good. */
  readonly remedy?: string;
}

// A token about to expire could do so on its way.
const MARGIN = 60_000;

/** User and password: tokens are fetched once for all, renewed before they expire and after a 401. */
class PasswordSession implements Authenticator {
  #current?: Promise<SignedIn>;

  constructor(
    private readonly http: HttpClient,
    private readonly settings: Settings,
  ) {}

  async signedIn(): Promise<SignedIn> {
    const current = await this.#latest();
    const margin = Math.min(MARGIN, (current.expiresAt - Date.now()) / 10);
    if (Date.now() < current.expiresAt - margin) return current;
    this.#drop(current.token);
    return this.#latest();
  }

  async authorize(): Promise<Record<string, string>> {
    return { "X-Auth-Token": (await this.signedIn()).token };
  }

  async renew(headers: Readonly<Record<string, string>>): Promise<boolean> {
    this.#drop(headers["X-Auth-Token"]);
    await this.#latest();
    return true;
  }

  // Every caller waits for the same sign-in; a refused one is kept, so that it is not tried again and again.
  #latest(): Promise<SignedIn> {
    this.#current ??= this.#fetch();
    return this.#current;
  }

  async #fetch(): Promise<SignedIn> {
    const fetched = await signInByPassword(this.http, this.settings);
    this.#token = fetched.token;
    return fetched;
  }

  #token?: string;

  #drop(refused: string | undefined): void {
    if (refused === this.#token) this.#current = undefined;
    // Whoever comes later with the same refused token finds the renewal under way.
    this.#token = undefined;
  }
}

/** A token made elsewhere: it cannot be renewed, and is inspected only for what the configuration leaves open. */
class GivenToken implements Authenticator {
  #inspected?: Promise<SignedIn>;
  readonly remedy: string;

  constructor(
    private readonly http: HttpClient,
    private readonly settings: Settings,
    private readonly token: string,
  ) {
    this.remedy = tokenRemedy(settings);
  }

  signedIn(): Promise<Pick<SignedIn, "projectId" | "endpoint">> {
    const { projectId, dcsEndpoint } = this.settings;
    if (projectId && dcsEndpoint) return Promise.resolve({ projectId, endpoint: dcsEndpoint });
    this.#inspected ??= inspectToken(this.http, this.settings, this.token);
    return this.#inspected;
  }

  authorize(): Promise<Record<string, string>> {
    return Promise.resolve({ "X-Auth-Token": this.token });
  }

  renew(): Promise<boolean> {
    return Promise.resolve(false);
  }
}

/** The way to sign in that the settings ask for: a token wins over user and password. */
export const authenticatorFor = (http: HttpClient, settings: Settings): Authenticator =>
  settings.token ? new GivenToken(http, settings, settings.token) : new PasswordSession(http, settings);
