import type { Fault } from "../../faults/fault";
import type { Exchange } from "../exchange/exchange";

/** What each kind does with a call, from the request that came in to the answer that goes out. */
export type WireEffects<F extends Fault> = {
  readonly [K in F["kind"]]: (fault: Extract<F, { kind: K }>, exchange: Exchange) => Promise<void>;
};
