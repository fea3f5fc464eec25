import type { FaultOf } from "../../faults/kinds";
import type { Exchange } from "../exchange/exchange";
import { answers } from "./answers";
import { connections } from "./connections";
import type { WireEffects } from "./wire-effects";

const effects: WireEffects<FaultOf<"wire">> = { ...connections, ...answers };

/** Lets the fault deal with the call in the service's place. */
export function strikeWire<F extends FaultOf<"wire">>(fault: F, exchange: Exchange): Promise<void> {
  return (effects[fault.kind] as (fault: F, exchange: Exchange) => Promise<void>)(fault, exchange);
}
