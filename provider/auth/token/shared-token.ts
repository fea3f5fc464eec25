import type { ApiError } from "../../http/errors/api-error";
import type { Headers } from "../../http/exchange/request";
import type { Authenticator, SignedIn } from "../credentials/authenticator";
import { isPermanent } from "../credentials/refusal";
import { TOKEN_HEADER, type Token } from "./token";

const EARLY = 5 * 60_000;

/** Milliseconds before expiry at which a token is renewed: five minutes, or a fifth of a short lifetime. */
const early = (lifetime: number): number => Math.min(EARLY, lifetime / 5);

/** One token for all calls. It is fetched when first needed, and renewed before it expires or when it is refused. */
export class SharedToken implements Authenticator {
  #token?: Token;
  #renewAt = 0;
  #pending?: Promise<Token>;
  #failure?: { readonly error: unknown };
  /** Tokens that were replaced because they were due. */
  readonly #outlived = new Set<string | undefined>();

  /** `obtain` gets true if there has been a token before. */
  constructor(private readonly obtain: (again: boolean) => Promise<Token>) {}

  async authorize(): Promise<Headers> {
    return { [TOKEN_HEADER]: (await this.#current()).id };
  }

  outlived(refused: Headers): boolean {
    const id = refused[TOKEN_HEADER];
    return id === this.#token?.id ? this.#isOver() : this.#outlived.has(id);
  }

  async renew(_refusal: ApiError, refused: Headers): Promise<void> {
    const current = await (this.#pending ?? this.#token);
    // Calls that are refused together share one renewal.
    if (current?.id === refused[TOKEN_HEADER]) await (this.#pending ?? this.#requestToken());
  }

  signedIn(): Promise<SignedIn> {
    return this.#current();
  }

  async #current(): Promise<Token> {
    if (this.#pending) return this.#pending;
    return this.#token && !this.#isOver() ? this.#token : this.#requestToken();
  }

  #isOver(): boolean {
    return Date.now() >= this.#renewAt;
  }

  #requestToken(): Promise<Token> {
    // A refusal is kept: each further try with the same values could lock the account.
    if (this.#failure) return Promise.reject(this.#failure.error);
    if (this.#token && this.#isOver()) this.#outlived.add(this.#token.id);
    this.#pending = this.#obtained().finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  async #obtained(): Promise<Token> {
    // The lifetime may have begun as soon as the token was asked for.
    const asked = Date.now();
    try {
      const token = await this.obtain(this.#token !== undefined);
      const lifetime = token.lifetime ?? Number.POSITIVE_INFINITY;
      this.#renewAt = asked + lifetime - early(lifetime);
      this.#token = token;
      return token;
    } catch (error) {
      if (isPermanent(error)) this.#failure = { error };
      throw error;
    }
  }
}
