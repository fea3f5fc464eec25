import { expectedSignature } from "../../../../emulator/iam/caller/signature";
import { type Client, started } from "./client";

export { type Client, started };

/** What these tests look at in answers of IAM, DCS and the gateway. */
interface Body {
  readonly error?: { readonly code: string | number; readonly message: string; readonly title?: string };
  readonly error_code?: string;
  readonly error_msg?: string;
  readonly request_id?: string;
  readonly token: {
    readonly methods: readonly string[];
    readonly issued_at: string;
    readonly expires_at: string;
    readonly project?: { readonly id: string; readonly name: string; readonly domain: { readonly name: string } };
    readonly user: { readonly name: string; readonly domain: { readonly name: string } };
    readonly assumed_by?: { readonly user: { readonly name: string } };
  };
  readonly catalog: readonly {
    readonly type: string;
    readonly endpoints: readonly { readonly region: string; readonly url: string }[];
  }[];
  readonly projects: readonly { readonly id: string; readonly name: string }[];
  readonly domains: readonly { readonly id: string; readonly name: string }[];
  readonly credential: {
    readonly access: string;
    readonly secret: string;
    readonly securitytoken: string;
    readonly expires_at: string;
  };
  readonly regionId: string;
  readonly available_zones: readonly { readonly id: string; readonly code: string }[];
  readonly instances: readonly { readonly instance_id: string }[];
  readonly instance_id: string;
  readonly created_at: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export const project = {
  local: "10ca110ca110ca110ca110ca110ca110",
  shop: "10ca310ca310ca310ca310ca310ca310",
  dutch: "10ca510ca510ca510ca510ca510ca510",
  delegated: "10ca710ca710ca710ca710ca710ca710",
};

export interface Request {
  readonly method?: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function call(client: Client, { method = "GET", path, body, headers }: Request): Promise<Reply> {
  const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  const response = await fetch(`${client.emulator.url}${path}`, { method, body: text, headers });
  return { status: response.status, headers: response.headers, body: JSON.parse((await response.text()) || "{}") };
}

/** Code of a refusal, whoever refused. */
export const codeOf = ({ body }: Reply) => String(body.error_code ?? body.error?.code);

export function withToken(client: Client, token: string, request: Request): Promise<Reply> {
  return call(client, { ...request, headers: { ...request.headers, "x-auth-token": token } });
}

/** Signs in with what stands in `auth`. */
export function signIn(client: Client, identity: object, scope?: object, headers = {}): Promise<Reply> {
  return call(client, { method: "POST", path: "/v3/auth/tokens", body: { auth: { identity, scope } }, headers });
}

export const tokenOf = ({ headers }: Reply) => headers.get("x-subject-token") ?? "";

/** Identity of a sign-in with the variables of one way. */
export function passwordOf(variables: Readonly<Record<string, string>>): object {
  const { OS_USERNAME: name, OS_USER_ID: id, OS_PASSWORD: password, OS_DOMAIN_NAME: domain } = variables;
  const user = id === undefined ? { name, password, domain: { name: domain } } : { id, password };
  return { methods: ["password"], password: { user } };
}

export interface Signer {
  readonly access: string;
  readonly secret: string;
  readonly securityToken?: string;
}

/** What a test may do differently from a client that signs as it should. */
export interface Deviation {
  /** Milliseconds by which the signer's clock is off. */
  readonly skewMs?: number;
  /** Sent in place of the body that was signed. */
  readonly sent?: string;
  readonly signedHeaders?: readonly string[];
  /** Signed with this region and service in the scope. */
  readonly scope?: readonly [region: string, service: string];
}

/** Signs a request as the field's clients do, and sends it. */
export async function signed(client: Client, key: Signer, request: Request, odd: Deviation = {}): Promise<Reply> {
  const { method = "GET", body } = request;
  const url = new URL(`${client.emulator.url}${request.path}`);
  const raw = Buffer.from(body === undefined ? "" : JSON.stringify(body));
  const stamp = new Date(Date.now() + (odd.skewMs ?? 0)).toISOString().replace(/[-:]|\.\d+/g, "");
  const headers: Record<string, string> = { ...request.headers, "x-sdk-date": stamp };
  const names = odd.signedHeaders ?? ["host", "x-sdk-date"];
  const day = stamp.slice(0, 8);
  const [region, service] = odd.scope ?? ["", ""];
  const signature = expectedSignature(
    { method, path: url.pathname, query: url.searchParams, headers: { ...headers, host: url.host }, raw },
    { secretKey: key.secret, day, region, service, signedHeaders: names },
  );
  const credential = `${key.access}/${day}/${region}/${service}/sdk_request`;
  headers.authorization = `SDK-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names.join(";")}, Signature=${signature}`;
  if (key.securityToken !== undefined) headers["x-security-token"] = key.securityToken;
  return call(client, {
    method,
    path: request.path,
    body: odd.sent ?? (raw.length === 0 ? undefined : raw.toString()),
    headers,
  });
}

/** The key that stands in the variables of one way. */
export function keyOf(variables: Readonly<Record<string, string>>): Signer {
  const { OS_ACCESS_KEY: access = "", OS_SECRET_KEY: secret = "", OS_SECURITY_TOKEN: securityToken } = variables;
  return securityToken === undefined ? { access, secret } : { access, secret, securityToken };
}

/** A call that needs a credential of the project. */
export const quota = (id = project.local): Request => ({ path: `/v1.0/${id}/quota` });
