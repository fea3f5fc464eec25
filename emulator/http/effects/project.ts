import { isObject } from "../../service/values";
import type { TokenStore } from "../../world/accounts/tokens";
import type { Exchange } from "../exchange/exchange";

const inPath = /^\/v[\d.]+\/([0-9a-f]{32})(\/|$)/;

/** Looks `keys` up one inside the other. */
function within(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce((found, key) => (isObject(found) ? found[key] : undefined), value);
}

/** Id of the project a call is for: in its path, of its token, or the one a sign-in asks for. */
export async function projectFor(exchange: Exchange, tokens: TokenStore): Promise<string | undefined> {
  const { path } = exchange.entry;
  const named = inPath.exec(path)?.[1];
  if (named !== undefined) return named;
  const token = exchange.request.headers["x-auth-token"];
  if (typeof token === "string") return tokens.find(token)?.token.project?.id;
  const wanted = within(await exchange.parsed(), ["auth", "scope", "project", "id"]);
  return typeof wanted === "string" ? wanted : undefined;
}
