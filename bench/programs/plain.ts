import * as pulumi from "@pulumi/pulumi";
import { nameOf, PASSWORD, requestBody } from "./request";

// biome-ignore lint/suspicious/noExplicitAny: a plain provider, as one is written in an afternoon
type Any = any;

/** How a plain provider asks. */
export interface Way {
  /** Seconds before each look at an instance that is waited for; the last one stays. */
  readonly pauses: readonly number[];
  /** What it asks for before it creates, below the project's URL. */
  readonly beforeCreate: readonly string[];
  /** What it asks for with each read, below the instance's URL. */
  readonly withRead: readonly string[];
}

/** The shortest provider that works: each instance is polled by itself. It shares no code with this package. */
export class PlainProvider implements pulumi.dynamic.ResourceProvider {
  session?: Promise<{ token: string; url: string }>;
  constructor(readonly way: Way) {}

  async signIn() {
    const { OS_AUTH_URL, OS_USERNAME: name, OS_PASSWORD: password, OS_DOMAIN_NAME, OS_PROJECT_NAME } = process.env;
    const user = { name, password, domain: { name: OS_DOMAIN_NAME } };
    const auth = {
      identity: { methods: ["password"], password: { user } },
      scope: { project: { name: OS_PROJECT_NAME } },
    };
    const answer = await fetch(`${OS_AUTH_URL}/auth/tokens`, { method: "POST", body: JSON.stringify({ auth }) });
    const { token }: Any = await answer.json();
    const { endpoints } = token.catalog.find((service: Any) => service.type === "dcsv1");
    return { token: String(answer.headers.get("X-Subject-Token")), url: String(endpoints[0].url) };
  }
  async call(method: string, path: string, body?: object): Promise<Any> {
    this.session ??= this.signIn();
    const { token, url } = await this.session;
    const headers = { "X-Auth-Token": token, "Content-Type": "application/json" };
    const answer = await fetch(url + path, { method, headers, body: body && JSON.stringify(body) });
    const text = await answer.text();
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === "" ? {} : JSON.parse(text);
  }
  async wait(id: string, isOver: (instance: Any) => boolean): Promise<void> {
    for (let look = 0; ; look += 1) {
      const seconds = this.way.pauses[Math.min(look, this.way.pauses.length - 1)] as number;
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      if (isOver(await this.call("GET", `/instances/${id}`))) return;
    }
  }
  async create(inputs: Any) {
    for (const path of this.way.beforeCreate) await this.call("GET", path);
    const { __provider, ...request } = inputs;
    const { instance_id: id } = await this.call("POST", "/instances", request);
    await this.wait(id, (instance) => instance?.status === "RUNNING");
    return { id, outs: (await this.read(id, inputs)).props };
  }
  async read(id: string, props: Any): Promise<Any> {
    const instance = await this.call("GET", `/instances/${id}`);
    if (instance === undefined) return {};
    for (const path of this.way.withRead) await this.call("GET", `/instances/${id}${path}`);
    return { id, props: { ...props, status: instance.status, ip: instance.ip, port: instance.port } };
  }
  async delete(id: string) {
    await this.call("DELETE", `/instances/${id}`);
    await this.wait(id, (instance) => instance === undefined);
  }
}

/** A resource of such a provider; `request` is the body of the API's request. */
export class PlainCache extends pulumi.dynamic.Resource {
  constructor(provider: PlainProvider, name: string, request: Record<string, unknown>) {
    super(provider, name, { status: undefined, ip: undefined, port: undefined, ...request });
  }
}

/** What declares a cache by such a provider. */
export function plain(way: Way): (index: number) => PlainCache {
  // One for all: its text is serialized once per object.
  const provider = new PlainProvider(way);
  return (index) => new PlainCache(provider, nameOf(index), requestBody(index, pulumi.secret(PASSWORD)));
}
