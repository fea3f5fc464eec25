import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { FaultKind } from "../../faults/fault";
import type { Clock } from "../../service/clock";
import { parse } from "../../world/call/body";
import type { Answer } from "../../world/call/call";
import { type JournalEntry, redact } from "./journal";

/** An entry of the journal while its call lasts. */
type OpenEntry = { -readonly [K in keyof JournalEntry]: JournalEntry[K] } & { faults: FaultKind[] };

/** What stands behind the wire. */
export interface Service {
  readonly work: (exchange: Exchange, raw: Buffer) => Promise<Answer>;
  /** Calls back after a time, unless the emulator is closed first. */
  readonly later: (ms: number, then: () => void) => void;
  readonly clock: Clock;
}

/** One request and its answer on the wire, the steps taken one by one so that a fault can come between them. */
export class Exchange {
  readonly requestId = randomBytes(16).toString("hex");
  readonly url: URL;
  readonly entry: OpenEntry;
  /** The service's clock as this call meets it. */
  clock: Clock;
  /** The project the call is for, where a fault asks for it. */
  project: string | undefined;
  private reading: Promise<Buffer> | undefined;

  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
    private readonly service: Service,
  ) {
    this.clock = service.clock;
    this.url = new URL(`http://127.0.0.1${request.url ?? "/"}`);
    const query = Object.fromEntries(this.url.searchParams);
    const { pathname: path } = this.url;
    const method = request.method ?? "GET";
    this.entry = { method, path, query, body: undefined, status: 0, done: false, faults: [], at: Date.now() };
  }

  get socket(): Socket {
    return this.request.socket;
  }

  /** The request's body, read to its end. */
  read(): Promise<Buffer> {
    this.reading ??= this.readAll();
    return this.reading;
  }

  /** Lets the service do what is asked. */
  async work(): Promise<Answer> {
    const answer = await this.service.work(this, await this.read());
    this.entry.done = answer.status < 400;
    return answer;
  }

  /** The body as the caller meant it; not for printing. */
  async parsed(): Promise<unknown> {
    const raw = await this.read();
    return raw.length === 0 ? undefined : parse(raw);
  }

  send(answer: Answer): void {
    this.begin(answer);
    this.response.end(textOf(answer.body));
  }

  /** Sends status and headers only. */
  begin(answer: Answer): void {
    this.entry.status = answer.status;
    this.response.writeHead(answer.status, {
      date: new Date(this.clock.now()).toUTCString(),
      "x-request-id": this.requestId,
      ...contentType(answer),
      ...answer.headers,
    });
  }

  /** Resolves after `ms`, or never once the emulator is closed. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => this.service.later(ms, resolve));
  }

  private async readAll(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks);
    this.entry.body = raw.length === 0 ? undefined : redact(parse(raw));
    return raw;
  }
}

function contentType({ body }: Answer): Record<string, string> {
  if (body === undefined) return {};
  if (Buffer.isBuffer(body)) return { "content-type": "application/zip" };
  return { "content-type": typeof body === "string" ? "text/html" : "application/json" };
}

/** A body as it goes out: text and files as they are, everything else as JSON. */
export function textOf(body: unknown): string | Buffer | undefined {
  return body === undefined || typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body);
}
