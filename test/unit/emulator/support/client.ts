import { type Emulator, type EmulatorOptions, startEmulator } from "../../../../emulator";

/** What these tests look at in answers; each answer holds a part of it. */
interface Body {
  readonly error: { readonly code: string };
  readonly token: {
    readonly project: { readonly name: string };
    readonly catalog: readonly { readonly type: string; readonly endpoints: readonly { readonly url: string }[] }[];
  };
  readonly instance_id: string;
  readonly instance_num: number;
  readonly instances: readonly { readonly instance_id: string }[];
  readonly status: string;
  readonly error_code: string | null;
  readonly description: string | null;
  readonly ip: string;
  readonly port: number;
  readonly available_zones: readonly { readonly resource_availability: string }[];
  readonly products: readonly { readonly product_id: string }[];
  readonly maintain_windows: readonly object[];
  readonly backup_id: string;
  readonly backup_record_response: readonly { readonly status: string }[];
  readonly restore_record_response: readonly { readonly status: string }[];
  readonly config_status: string;
  readonly redis_config: readonly { readonly param_name: string; readonly param_value: string | null }[];
  readonly tags: readonly { readonly key: string; readonly value: string }[];
}

export interface Reply {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

/** Talks to a started emulator as any REST client would. */
export class Client {
  private token = "";
  private base = "";

  constructor(readonly emulator: Emulator) {}

  async fetch(method: string, url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
    const response = await fetch(url, { method, body: text as string, headers });
    const answer = await response.text();
    return { status: response.status, body: JSON.parse(answer || "{}"), headers: response.headers };
  }

  signIn(
    scope: unknown = { project: { name: this.emulator.env.OS_PROJECT_NAME } },
    user = this.user(),
  ): Promise<Reply> {
    const auth = { identity: { methods: ["password"], password: { user } }, scope };
    return this.fetch("POST", `${this.emulator.env.OS_AUTH_URL}/auth/tokens`, { auth });
  }

  user(): Record<string, unknown> {
    const { OS_USERNAME: name, OS_PASSWORD: password, OS_DOMAIN_NAME: domain } = this.emulator.env;
    return { name, password, domain: { name: domain } };
  }

  async open(): Promise<this> {
    const reply = await this.signIn();
    this.token = reply.headers.get("x-subject-token") ?? "";
    const dcs = reply.body.token.catalog.find((service) => service.type === "dcsv1");
    this.base = dcs?.endpoints[0]?.url ?? "";
    return this;
  }

  dcs(method: string, path: string, body?: unknown): Promise<Reply> {
    return this.fetch(method, `${this.base}${path}`, body, { "x-auth-token": this.token });
  }

  v2(method: string, path: string, body?: unknown): Promise<Reply> {
    return this.fetch(method, `${this.base.replace("/v1.0/", "/v2/")}${path}`, body, { "x-auth-token": this.token });
  }

  region(path: string): Promise<Reply> {
    return this.fetch("GET", `${this.emulator.url}${path}`, undefined, { "x-auth-token": this.token });
  }

  async create(body: unknown = current()): Promise<string> {
    const reply = await this.dcs("POST", "/instances", body);
    if (reply.status !== 200) throw new Error(`create was refused: ${JSON.stringify(reply.body)}`);
    return reply.body.instance_id;
  }

  async until(id: string, done: (reply: Reply) => boolean): Promise<Reply> {
    const deadline = Date.now() + 4000;
    for (;;) {
      const reply = await this.dcs("GET", `/instances/${id}`);
      if (done(reply)) return reply;
      if (Date.now() > deadline) throw new Error(`still ${reply.status} ${reply.body.status}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  running(id: string): Promise<Reply> {
    return this.until(id, (reply) => reply.body.status === "RUNNING");
  }
}

export async function started(options: EmulatorOptions = {}): Promise<Client> {
  const quick = { createMs: 30, deleteMs: 30, extendMs: 30, taskMs: 30, redis: false };
  return new Client(await startEmulator({ ...quick, ...options })).open();
}

export const zone = {
  one: "ae04cf9d61544df3806a3feeb401b204",
  two: "d573142f24894ef3bd3664de068b44b0",
  soldOut: "4f0d63e2c8a1597bae32d5f9a7b81c46",
};

const plan = { begin_at: "00:00-01:00", period_type: "weekly", backup_at: [1, 3, 5] };
export const policy = { save_days: 3, backup_type: "auto", periodical_backup_plan: plan };

const network = {
  vpc_id: "27d99e17-42f2-4751-818f-5c8c6c03ff15",
  subnet_id: "ec2f34b9-20eb-4872-85bd-bea9fc943128",
};

/** A valid request for Redis 6.0. */
export const current = (patch: object = {}) => ({
  name: "orders-cache",
  engine: "Redis",
  engine_version: "6.0",
  capacity: 2,
  password: "Blue_Kettle7",
  ...network,
  available_zones: [zone.one, zone.two],
  product_id: "redis.ha.xu1.large.r2.2-h",
  no_password_access: "false",
  ...patch,
});

/** A valid request for Redis 3.0. */
export const first = (patch: object = {}) => ({
  name: "orders-cache",
  engine: "Redis",
  engine_version: "3.0",
  capacity: 2,
  password: "Blue_Kettle7",
  ...network,
  security_group_id: "1477393a-29c9-4de5-843f-18ef51257c7e",
  available_zones: [zone.one, zone.two],
  product_id: "OTC_DCS_MS",
  ...patch,
});

/** `policy` with other values in its plan. */
export const planned = (patch: object) => ({ ...policy, periodical_backup_plan: { ...plan, ...patch } });
