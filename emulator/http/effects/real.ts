import type { Work } from "../../faults/fault";
import type { Answer } from "../../world/call/call";
import { type Exchange, textOf } from "../exchange/exchange";

/** Takes the request in, and lets the service carry it out where the fault wants that. */
export async function carryOut(exchange: Exchange, work: Work = "undone"): Promise<void> {
  await exchange.read();
  if (work === "done") await exchange.work();
}

/** The service's answer with a body in any case, for a fault to spoil: 204 becomes 200 with `{}`. */
export async function realAnswer(exchange: Exchange): Promise<Answer & { readonly body: string }> {
  const { status, body, headers } = await exchange.work();
  const json = { ...headers, "content-type": "application/json" };
  return { status: status === 204 ? 200 : status, body: String(textOf(body) ?? "{}"), headers: json };
}
