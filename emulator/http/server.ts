import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import createRouter from "find-my-way";
import { PlainError, ServiceError } from "../errors";
import type { Faults } from "../faults";
import { authorizeDcs } from "../iam/access";
import { type JournalEntry, redact } from "../journal";
import type { World } from "../world";
import { parse } from "./body";
import type { Answer, Call } from "./call";
import { dcsRoutes, dcsV2Routes, iamRoutes, type Route } from "./routes";

interface Match {
  readonly handler: Route["handler"];
  readonly needsProject: boolean;
}

const methods = ["GET", "POST", "PUT", "DELETE"] as const;

function routeTable() {
  const router = createRouter({ ignoreTrailingSlash: true, ignoreDuplicateSlashes: true });
  const matches = new Map<unknown, Match>();
  const add = (route: Route, needsProject: boolean) => {
    const key = () => {};
    matches.set(key, { handler: route.handler, needsProject });
    router.on(route.method, route.path, key);
  };
  for (const route of iamRoutes) add(route, false);
  for (const route of [...dcsRoutes, ...dcsV2Routes]) add(route, true);
  return (method: string, path: string) => {
    const known = methods.find((name) => name === method);
    const found = known === undefined ? null : router.find(known, path);
    if (found !== null) return { match: matches.get(found.handler), params: found.params, known: true };
    return { match: undefined, params: {}, known: methods.some((name) => router.find(name, path) !== null) };
  };
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function failed(error: unknown, path: string): Answer {
  if (error instanceof PlainError) return { status: error.status, body: error.answer };
  const known = error instanceof ServiceError ? error : new ServiceError(5000);
  return { status: known.status, body: known.body(path.startsWith("/v2/") ? "v2" : "v1.0") };
}

/** The HTTP side: finds the handler of each call, lets it answer, and writes both into the journal. */
export function httpServer(world: World, faults: Faults, note: (entry: JournalEntry, body: unknown) => void): Server {
  const find = routeTable();

  async function answer(call: Omit<Call, "params">): Promise<Answer> {
    const fault = faults.next(call.method, call.path);
    if (fault !== undefined) return fault;
    const { match, params, known } = find(call.method, call.path);
    if (match === undefined) throw new ServiceError(known ? 5001 : 4001);
    const complete: Call = { ...call, params };
    if (match.needsProject) authorizeDcs(complete);
    return match.handler(complete);
  }

  return createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(`http://127.0.0.1${request.url ?? "/"}`);
    const method = request.method ?? "GET";
    const requestId = randomBytes(16).toString("hex");
    let raw: Buffer = Buffer.alloc(0);
    let result: Answer;
    try {
      raw = await readAll(request);
      const { pathname: path, searchParams: query, search } = url;
      result = await answer({ world, method, path, query, search, headers: request.headers, raw, requestId });
    } catch (error) {
      result = failed(error, url.pathname);
    }
    const body = raw.length === 0 ? undefined : parse(raw);
    const { status } = result;
    const query = Object.fromEntries(url.searchParams);
    note({ method, path: url.pathname, query, body: redact(body), status, at: Date.now() }, body);
    if (status === 0) return request.socket.destroy();
    response.writeHead(status, { "x-request-id": requestId, ...contentType(result), ...result.headers });
    response.end(text(result.body));
  });
}

function contentType({ body }: Answer): Record<string, string> {
  if (body === undefined) return {};
  return { "content-type": typeof body === "string" ? "text/html" : "application/json" };
}

function text(body: unknown): string | undefined {
  return body === undefined || typeof body === "string" ? body : JSON.stringify(body);
}
