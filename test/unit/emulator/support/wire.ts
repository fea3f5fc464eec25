import { request } from "node:http";
import type { Emulator, EmulatorOptions } from "../../../../emulator";
import { expectedSignature } from "../../../../emulator/iam/caller/signature";
import { Client, current, started } from "./client";

/** What came over the wire, as the socket saw it. */
export interface Seen {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** How many pieces the body came in. */
  readonly pieces: number;
  /** Whether the body came to its end. */
  readonly complete: boolean;
}

/** One call by plain Node HTTP, on a connection of its own; rejects with the socket's error, or after `giveUpMs`. */
export function call(
  method: string,
  url: string,
  body?: unknown,
  headers: Record<string, string> = {},
  giveUpMs = 2000,
): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, agent: false }, (incoming) => {
      const parts: Buffer[] = [];
      const done = () => {
        const text = Buffer.concat(parts).toString();
        const { statusCode: status = 0, complete } = incoming;
        resolve({ status, headers: incoming.headers, text, pieces: parts.length, complete });
      };
      incoming.on("data", (part) => parts.push(part));
      incoming.on("end", done);
      incoming.on("error", done);
    });
    outgoing.setTimeout(giveUpMs, () => outgoing.destroy(Object.assign(new Error("no answer"), { code: "SILENCE" })));
    outgoing.on("error", reject);
    outgoing.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** A started emulator, and calls to its DCS with a valid token. */
export class Wire {
  private constructor(
    readonly emulator: Emulator,
    readonly token: string,
    private readonly base: string,
  ) {}

  static async start(options: EmulatorOptions = {}): Promise<Wire> {
    return Wire.signIn(await started(options));
  }

  private static async signIn(client: Client): Promise<Wire> {
    const reply = await client.signIn();
    const base = reply.body.token.catalog.find(({ type }) => type === "dcsv1")?.endpoints[0]?.url ?? "";
    return new Wire(client.emulator, reply.headers.get("x-subject-token") ?? "", base);
  }

  /** The same emulator with a new token. */
  anew(): Promise<Wire> {
    return Wire.signIn(new Client(this.emulator));
  }

  /** A call signed with the account's access key instead. */
  signed(method: string, path: string, at = new Date()): Promise<Seen> {
    const url = new URL(`${this.base}${path}`);
    const stamp = at.toISOString().replace(/[-:]|\.\d+/g, "");
    const day = stamp.slice(0, 8);
    const signedHeaders = ["host", "x-sdk-date"];
    const headers = { host: url.host, "x-sdk-date": stamp };
    const { OS_ACCESS_KEY: accessKey, OS_SECRET_KEY: secretKey = "" } = this.emulator.env;
    const signature = expectedSignature(
      { method, path: url.pathname, query: url.searchParams, headers, raw: Buffer.alloc(0) },
      { secretKey, day, region: "", service: "", signedHeaders },
    );
    const credential = `Credential=${accessKey}/${day}///sdk_request`;
    const authorization = `SDK-HMAC-SHA256 ${credential}, SignedHeaders=host;x-sdk-date, Signature=${signature}`;
    return call(method, url.href, undefined, { "x-sdk-date": stamp, authorization });
  }

  dcs(method: string, path: string, body?: unknown, giveUpMs?: number): Promise<Seen> {
    return call(method, `${this.base}${path}`, body, { "x-auth-token": this.token }, giveUpMs);
  }

  v2(method: string, path: string, body?: unknown): Promise<Seen> {
    return call(method, `${this.base.replace("/v1.0/", "/v2/")}${path}`, body, { "x-auth-token": this.token });
  }

  post(patch: object = {}, giveUpMs?: number): Promise<Seen> {
    return this.dcs("POST", "/instances", current(patch), giveUpMs);
  }

  /** Creates an instance and answers its id. */
  async create(patch: object = {}): Promise<string> {
    return JSON.parse((await this.post(patch)).text).instance_id;
  }

  /** Names in one list. */
  async names(): Promise<string[]> {
    const { instances } = JSON.parse((await this.dcs("GET", "/instances?include_failure=true")).text);
    return instances.map(({ name }: { name: string }) => name);
  }

  /** Status and error code an instance comes to once `during` is over; status 404 when it is gone. */
  async after(id: string, during: string): Promise<{ status: string | number; errorCode: unknown }> {
    for (const deadline = Date.now() + 4000; Date.now() < deadline; await pause(10)) {
      const { status: http, text } = await this.dcs("GET", `/instances/${id}`);
      const { status, error_code: errorCode } = JSON.parse(text);
      if (http !== 200) return { status: http, errorCode: undefined };
      if (status !== during) return { status, errorCode };
    }
    throw new Error(`still ${during}`);
  }
}

/** Waits until something holds. */
export async function until(holds: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 4000; !holds(); await pause(5)) {
    if (Date.now() > deadline) throw new Error("It never came to hold.");
  }
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
