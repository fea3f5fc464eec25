import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer, type Server as TlsServer } from "node:https";
import type { FaultOf, Layer } from "../faults/kinds";
import { PlainError, ServiceError } from "../service/errors";
import type { Answer } from "../world/call/call";
import type { World } from "../world/world";
import { answerAtDesk, controlPath, type Desk } from "./control/desk";
import { turnedAway } from "./door/door";
import { courseOf } from "./effects/course";
import { strikeCredential } from "./effects/credential";
import { projectFor } from "./effects/project";
import { strikeWire } from "./effects/wire";
import { Exchange } from "./exchange/exchange";
import type { JournalEntry } from "./exchange/journal";
import { answerOfPage, guarded, isForPage } from "./page/page";
import { serviceRouter } from "./router";

/** Who follows the calls: each when it comes in, and its body, unredacted, when the service sets to work on it. */
export interface Listener {
  readonly called: (entry: JournalEntry) => void;
  readonly working: (entry: JournalEntry, body: unknown) => void;
}

function failed(error: unknown, path: string): Answer {
  if (error instanceof PlainError) return { status: error.status, body: error.answer };
  const known = error instanceof ServiceError ? error : new ServiceError(5000);
  return { status: known.status, body: known.body(path.startsWith("/v2/") ? "v2" : "v1.0") };
}

/** The HTTP side: lets the service answer each call, or a fault that was planned for it. */
export function httpServer(world: World, desk: Desk, listener: Listener): Server | TlsServer {
  const route = serviceRouter();
  const { faults } = desk;

  function take<L extends Layer>(layer: L, { entry, project }: Exchange): FaultOf<L> | undefined {
    const fault = faults.take(layer, { method: entry.method, path: entry.path, project });
    if (fault !== undefined) entry.faults.push(fault.kind);
    return fault;
  }

  async function work(exchange: Exchange, raw: Buffer): Promise<Answer> {
    const { entry, request, requestId, url } = exchange;
    const { method, path } = entry;
    listener.working(entry, await exchange.parsed());
    const credential = take("credential", exchange);
    if (credential !== undefined) strikeCredential(credential, exchange, world.tokens);
    const course = () => courseOf(take("course", exchange), take("listing", exchange));
    try {
      return await route({
        world: { ...world, clock: exchange.clock },
        method,
        path,
        query: url.searchParams,
        search: url.search,
        headers: request.headers,
        raw,
        requestId,
        course,
      });
    } catch (error) {
      return failed(error, path);
    }
  }

  const serve: RequestListener = async (request, response) => {
    const later = (ms: number, then: () => void) => world.instances.after(ms, then);
    const exchange = new Exchange(request, response, { work, later, clock: world.clock });
    const { method, path } = exchange.entry;
    try {
      const look = { method, path, query: exchange.url.searchParams, headers: request.headers };
      const goal = isForPage(look) ? "page" : path.startsWith(controlPath) ? "control" : "service";
      const reason = turnedAway(request, goal);
      if (reason !== undefined) {
        return exchange.send({ status: 403, body: { message: reason }, headers: { ...guarded, connection: "close" } });
      }
      if (goal === "page") return exchange.send(answerOfPage(world, desk, look));
      if (goal === "control") {
        const answer = answerAtDesk(desk, method, path, await exchange.parsed());
        return exchange.send({ ...answer, headers: guarded });
      }
      listener.called(exchange.entry);
      if (faults.askForProject) exchange.project = await projectFor(exchange, world.tokens);
      const fault = take("wire", exchange);
      if (fault === undefined) exchange.send(await exchange.work());
      else await strikeWire(fault, exchange);
    } catch {
      // The caller went away in the middle of its request.
      request.socket.destroy();
    }
  };
  const { tls } = world.options;
  return tls === undefined ? createServer(serve) : createTlsServer(tls, serve);
}
