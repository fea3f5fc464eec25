import type { ConnectionFault } from "../../faults/fault";
import { textOf } from "../exchange/exchange";
import { carryOut, realAnswer } from "./real";
import type { WireEffects } from "./wire-effects";

/** Faults of the connection itself. */
export const connections: WireEffects<ConnectionFault> = {
  refused: async (_, { socket }) => {
    socket.destroy();
  },

  reset: async ({ work }, exchange) => {
    await carryOut(exchange, work);
    exchange.socket.resetAndDestroy();
  },

  closed: async ({ work }, exchange) => {
    await carryOut(exchange, work);
    exchange.socket.end();
  },

  hang: ({ work }, exchange) => carryOut(exchange, work),

  slow: async ({ ms, work }, exchange) => {
    await exchange.read();
    const early = work === "done" ? await exchange.work() : undefined;
    await exchange.wait(ms);
    exchange.send(early ?? (await exchange.work()));
  },

  dripping: async ({ ms = 50, bytes = 1 }, exchange) => {
    const answer = await exchange.work();
    const body = Buffer.from(textOf(answer.body) ?? "");
    exchange.begin(answer);
    exchange.response.flushHeaders();
    for (let sent = 0; sent < body.length && !exchange.socket.destroyed; sent += bytes) {
      await exchange.wait(ms);
      exchange.response.write(body.subarray(sent, sent + bytes));
    }
    exchange.response.end();
  },

  cutOff: async (_, exchange) => {
    const answer = await realAnswer(exchange);
    const body = Buffer.from(answer.body);
    exchange.begin({ ...answer, headers: { ...answer.headers, "content-length": String(body.length) } });
    exchange.response.write(body.subarray(0, Math.ceil(body.length / 2)), () => exchange.socket.end());
  },
};
