import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

interface Note {
  id: string;
  name: string;
  text: string;
  status: string;
}

/** Keeps notes in memory, and every call that changed one. */
export class NoteServer {
  readonly notes = new Map<string, Note>();
  readonly changes: string[] = [];
  /** Status that a new note ends in, and how long it takes. Milliseconds. */
  next = { status: "READY", after: 5 };

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<NoteServer> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const kept = new NoteServer(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on("request", async (request, response) => {
      let text = "";
      for await (const part of request) text += part;
      const { status, body } = kept.answer(String(request.method), String(request.url), text);
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
    return kept;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((closed) => this.server.close(() => closed()));
  }

  private answer(method: string, url: string, text: string): { status: number; body: unknown } {
    const [, , id] = url.split("/");
    if (method !== "GET") this.changes.push(method);
    if (id === undefined) {
      if (method === "GET") return { status: 200, body: [...this.notes.values()] };
      return { status: 200, body: this.add(JSON.parse(text)) };
    }
    const note = this.notes.get(id);
    if (!note) return { status: 404, body: {} };
    if (method === "PUT") Object.assign(note, JSON.parse(text));
    if (method === "DELETE") this.notes.delete(id);
    return { status: 200, body: note };
  }

  private add(values: Pick<Note, "name" | "text">): Note {
    const note = { id: randomUUID(), ...values, status: "WRITING" };
    const { status, after } = this.next;
    this.notes.set(note.id, note);
    setTimeout(() => {
      note.status = status;
    }, after);
    return note;
  }
}
