import type { AnswerFault } from "../../faults/fault";
import type { Answer } from "../../world/call/call";
import type { Exchange } from "../exchange/exchange";
import { errorBody, page } from "./bodies";
import { busyBody } from "./busy";
import { carryOut, realAnswer } from "./real";
import type { WireEffects } from "./wire-effects";

/** Lets the service do its work, and sends something else than what it says. */
async function garble(exchange: Exchange, spoil: (json: string) => string): Promise<void> {
  const real = await realAnswer(exchange);
  exchange.send({ ...real, body: spoil(real.body) });
}

/** Faults of what the caller is told. */
export const answers: WireEffects<AnswerFault> = {
  status: async ({ status, work, body = "dcs", code, message, retryAfter }, exchange) => {
    await carryOut(exchange, work);
    const { requestId } = exchange;
    const headers: Answer["headers"] = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
    exchange.send({ status, body: errorBody(body, { status, requestId, code, message }), headers });
  },

  busy: async ({ code }, exchange) => {
    await carryOut(exchange);
    exchange.send({ status: 400, body: busyBody(code, exchange.entry.path) });
  },

  html: async (_, exchange) => {
    const { status } = await realAnswer(exchange);
    exchange.send({ status, body: page("Welcome") });
  },

  cutJson: (_, exchange) => garble(exchange, (real) => real.slice(0, Math.ceil(real.length / 2))),

  invalidJson: (_, exchange) => garble(exchange, () => '{"instances": [oops'),

  shape: ({ json }, exchange) => garble(exchange, () => JSON.stringify(json)),

  answer: async ({ status, body, headers, work }, exchange) => {
    await carryOut(exchange, work);
    if (status === 0) exchange.socket.destroy();
    else exchange.send({ status, body, headers });
  },
};
