import { createServer, type Server } from "node:http";
import { PlainError, ServiceError } from "../errors";
import { courseOf } from "../faults/course";
import { strikeCredential } from "../faults/credential";
import type { FaultKind } from "../faults/fault";
import type { FaultOf, Layer } from "../faults/kinds";
import type { Faults } from "../faults/plans";
import { strikeWire } from "../faults/wire";
import type { JournalEntry } from "../journal";
import type { World } from "../world";
import type { Answer } from "./call";
import { Exchange } from "./exchange";
import { serviceRouter } from "./router";

function failed(error: unknown, path: string): Answer {
  if (error instanceof PlainError) return { status: error.status, body: error.answer };
  const known = error instanceof ServiceError ? error : new ServiceError(5000);
  return { status: known.status, body: known.body(path.startsWith("/v2/") ? "v2" : "v1.0") };
}

/** Who wants to know of each call: at its start, and of its body once that is read. */
export interface Listener {
  note(entry: JournalEntry): void;
  body(entry: JournalEntry, body: unknown): void;
}

/** The HTTP side: lets the service answer each call, or a fault that was planned for it. */
export function httpServer(world: World, faults: Faults, listener: Listener): Server {
  const route = serviceRouter();

  function take<L extends Layer>(layer: L, { entry }: Exchange): FaultOf<L> | undefined {
    const fault = faults.take(layer, entry.method, entry.path);
    if (fault !== undefined) entry.faults.push(fault.kind satisfies FaultKind);
    return fault;
  }

  async function serve(exchange: Exchange, raw: Buffer): Promise<Answer> {
    const { entry, request, requestId, url } = exchange;
    const { method, path } = entry;
    listener.body(entry, await exchange.parsed());
    const credential = take("credential", exchange);
    if (credential !== undefined) strikeCredential(credential, exchange, world.tokens);
    const call = { world, method, path, query: url.searchParams, search: url.search, headers: request.headers };
    const now = Date.now() + exchange.skewMs;
    const course = () => courseOf(take("course", exchange), take("listing", exchange));
    try {
      return await route({ ...call, raw, requestId, now, course });
    } catch (error) {
      return failed(error, path);
    }
  }

  return createServer(async (request, response) => {
    const exchange = new Exchange(request, response, serve, (ms, work) => world.instances.after(ms, work));
    listener.note(exchange.entry);
    try {
      const fault = take("wire", exchange);
      if (fault === undefined) exchange.send(await exchange.work());
      else await strikeWire(fault, exchange);
    } catch {
      // The caller went away in the middle of its request.
      request.socket.destroy();
    }
  });
}
