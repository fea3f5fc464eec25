import { type ChannelListener, subscribe, unsubscribe } from "node:diagnostics_channel";
import { appendFileSync } from "node:fs";
import type { ClientRequest, IncomingMessage } from "node:http";
import path from "node:path";
import { brotliDecompressSync, unzipSync } from "node:zlib";
import { callOf } from "./calls";
import { type Shape, shapeOf } from "./shape";

/*
 * Listens to the HTTP client of Node.js, so that the provider is recorded as it is: with its own proxy, certificates and
 * signatures. A recorder between it and the cloud would make signed requests invalid. The provider's process loads this file
 * by `NODE_OPTIONS`.
 */

/** Folder to record into. */
export const FOLDER = "ACCEPTANCE_RECORD";

/** One answer. The answer itself never leaves the memory of the process that got it. */
export interface Heard {
  readonly call: string;
  /** 0 if there was no answer. */
  readonly status: number;
  readonly ms: number;
  /** `nothing`, `json`, `file` or `page`. */
  readonly form: string;
  readonly body?: Shape;
}

/** Options for Node.js that record every process with them in its environment. */
export const nodeOptions = (): string =>
  [process.env.NODE_OPTIONS ?? "", ...[require.resolve("ts-node/register/transpile-only"), __filename].map(required)]
    .join(" ")
    .trim();

const required = (file: string): string => `--require ${JSON.stringify(file)}`;

function unpacked(bytes: Buffer, { headers }: IncomingMessage): Buffer {
  const encoding = headers["content-encoding"];
  if (encoding === undefined || encoding === "identity") return bytes;
  return encoding === "br" ? brotliDecompressSync(bytes) : unzipSync(bytes);
}

function formOf(bytes: Buffer, response: IncomingMessage): Pick<Heard, "form" | "body"> {
  if (bytes.length === 0) return { form: "nothing" };
  try {
    return { form: "json", body: shapeOf(JSON.parse(unpacked(bytes, response).toString())) };
  } catch {
    return { form: /text|html|xml/.test(response.headers["content-type"] ?? "") ? "page" : "file" };
  }
}

interface Exchange {
  readonly request: ClientRequest;
  readonly response: IncomingMessage;
}

/** Records every answer that this process gets from now on. Returns what stops it. */
export function record(folder: string): () => void {
  const started = new WeakMap<ClientRequest, number>();
  const heard = (request: ClientRequest, status: number, body: Pick<Heard, "form" | "body">): void => {
    if (request.method === "CONNECT") return;
    const ms = Math.round(performance.now() - (started.get(request) ?? performance.now()));
    const entry: Heard = { call: callOf(request.method, request.path), status, ms, ...body };
    appendFileSync(path.join(folder, `${process.pid}.jsonl`), `${JSON.stringify(entry)}\n`, { mode: 0o600 });
  };
  const listeners: Readonly<Record<string, ChannelListener>> = {
    "http.client.request.start": (message) => started.set((message as Exchange).request, performance.now()),
    "http.client.request.error": (message) => heard((message as Exchange).request, 0, { form: "nothing" }),
    "http.client.response.finish": (message) => {
      const { request, response } = message as Exchange;
      const chunks: Buffer[] = [];
      const emit = response.emit.bind(response);
      // A listener of `data` would start the flow before the provider listens.
      response.emit = (event: string | symbol, ...args: unknown[]) => {
        if (event === "data") chunks.push(Buffer.from(args[0] as Buffer));
        if (event === "end") heard(request, response.statusCode ?? 0, formOf(Buffer.concat(chunks), response));
        return emit(event, ...args);
      };
    },
  };
  for (const [channel, listener] of Object.entries(listeners)) subscribe(channel, listener);
  return () => {
    for (const [channel, listener] of Object.entries(listeners)) unsubscribe(channel, listener);
  };
}

const folder = process.env[FOLDER];
if (folder !== undefined) record(folder);
