import type { FaultOf } from "../../faults/kinds";
import { Clock } from "../../service/clock";
import type { TokenStore } from "../../world/accounts/tokens";
import type { Exchange } from "../exchange/exchange";

type CredentialFault = FaultOf<"credential">;

type Effects = {
  readonly [K in CredentialFault["kind"]]: (
    fault: Extract<CredentialFault, { kind: K }>,
    exchange: Exchange,
    tokens: TokenStore,
  ) => void;
};

const effects: Effects = {
  expiredToken: (_, { request }, tokens) => {
    const token = request.headers["x-auth-token"];
    if (typeof token === "string") tokens.expire(token);
  },
  clockSkew: ({ ms }, exchange) => {
    exchange.clock = new Clock(ms);
  },
};

/** Lets the fault change what the service thinks of a call's credential. */
export function strikeCredential<F extends CredentialFault>(fault: F, exchange: Exchange, tokens: TokenStore): void {
  (effects[fault.kind] as (fault: F, exchange: Exchange, tokens: TokenStore) => void)(fault, exchange, tokens);
}
