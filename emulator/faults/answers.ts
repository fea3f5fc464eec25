import type { Answer } from "../http/call";
import { type Exchange, textOf } from "../http/exchange";
import { errorBody, page } from "./bodies";
import { busyBody } from "./busy";
import { carryOut } from "./connections";
import type { WireEffects } from "./effects";
import type { AnswerFault } from "./fault";

/** Lets the service do its work, and sends something else than what it says. */
async function garble(exchange: Exchange, body: (real: string) => string): Promise<void> {
  const real = await exchange.work();
  const headers = { ...real.headers, "content-type": "application/json" };
  exchange.send({ status: withBody(real), body: body(textOf(real.body) ?? "{}"), headers });
}

/** 204 has no body that could be garbled. */
const withBody = ({ status }: Answer) => (status === 204 ? 200 : status);

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
    const real = await exchange.work();
    exchange.send({ status: withBody(real), body: page("Welcome") });
  },

  cutJson: (_, exchange) => garble(exchange, (real) => real.slice(0, real.length / 2)),

  invalidJson: (_, exchange) => garble(exchange, () => '{"instances": [oops'),

  shape: ({ json }, exchange) => garble(exchange, () => JSON.stringify(json)),

  answer: async ({ status, body, headers, work }, exchange) => {
    await carryOut(exchange, work);
    if (status === 0) exchange.socket.destroy();
    else exchange.send({ status, body, headers });
  },
};
