import { request } from "node:http";
import { type Client, started } from "../support/client";
import { call, type Seen } from "../support/wire";

/** What a browser sends when somebody types the address. */
export const typed = {
  accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
  "accept-language": "en",
  "sec-fetch-site": "none",
  "sec-fetch-mode": "navigate",
  "sec-fetch-dest": "document",
};

/** What the page of another site makes a browser send. */
export const foreign = {
  origin: "https://shop.example",
  "accept-language": "en",
  "sec-fetch-site": "cross-site",
  "sec-fetch-mode": "no-cors",
};

export interface Renewal {
  readonly parts: Readonly<Record<"summary" | "instances" | "calls" | "faults", string>>;
  readonly news: readonly string[];
  readonly newest: number;
}

/** A local DCS, and somebody who looks at its page. */
export class Reader {
  private constructor(readonly client: Client) {}

  static async start(): Promise<Reader> {
    return new Reader(await started());
  }

  get url(): string {
    return this.client.emulator.url;
  }

  get emulator() {
    return this.client.emulator;
  }

  get(path: string, headers: Record<string, string> = typed): Promise<Seen> {
    return call("GET", `${this.url}${path}`, undefined, headers);
  }

  /** What the open page asks for every second. */
  async renewal(query = ""): Promise<Renewal> {
    const { text } = await this.get(`/_emulator/page/parts?${query}`, { "sec-fetch-site": "same-origin" });
    return JSON.parse(text);
  }

  async part(name: keyof Renewal["parts"]): Promise<string> {
    return (await this.renewal()).parts[name];
  }

  desk(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Seen> {
    return call(method, `${this.url}/_emulator/${path}`, body, headers);
  }

  async planned(): Promise<readonly { readonly id: number; readonly hits: number }[]> {
    return JSON.parse((await this.desk("GET", "faults")).text).faults;
  }

  /** Sends a body as it is, as a form does. */
  form(path: string, body: string, headers: Record<string, string>): Promise<number> {
    return new Promise((resolve, reject) => {
      const outgoing = request(`${this.url}${path}`, { method: "POST", headers, agent: false }, (incoming) => {
        incoming.resume();
        resolve(incoming.statusCode ?? 0);
      });
      outgoing.on("error", reject);
      outgoing.end(body);
    });
  }
}
