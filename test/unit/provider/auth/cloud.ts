import { json, PROJECT, type Reply, type Seen, serve } from "../client/server";

export const read = { method: "GET", path: "/v1.0/{project_id}/instances", purpose: "list the caches" } as const;

export const invalidToken = json(401, { error: { code: "111401001", message: "Invalid token.", ext_message: null } });

export const ACCOUNT = "d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0";

interface Cloud {
  /** Seconds a token lives. */
  readonly life?: number;
  /** Answers IAM's calls instead. */
  readonly signIn?: Reply;
  readonly dcs?: (seen: Seen) => Reply;
  readonly region?: string;
}

/** IAM and DCS on one port; tokens are `token-1`, `token-2`, ... */
export async function cloud({
  life = 86_400,
  signIn,
  dcs = () => json(200, { ok: true }),
  region = "eu-de",
}: Cloud = {}) {
  let issued = 0;
  const catalog = () => [
    { type: "dcsv1", endpoints: [{ interface: "public", region, url: `${server.url}/v1.0/${PROJECT}` }] },
  ];
  const tokens: Reply = (response, seen) => {
    if (seen.method === "POST") issued++;
    const token = {
      issued_at: new Date(0).toISOString(),
      expires_at: new Date(life * 1000).toISOString(),
      project: { id: PROJECT },
      catalog: catalog(),
    };
    json(seen.method === "POST" ? 201 : 200, { token }, { "x-subject-token": `token-${issued}` })(response, seen);
  };
  const answers: Readonly<Record<string, Reply>> = {
    "/v3/auth/tokens": tokens,
    "/v3/auth/catalog": (response, seen) => json(200, { catalog: catalog() })(response, seen),
    "/v3/auth/domains": json(200, { domains: [{ id: ACCOUNT, name: "shop" }] }),
    "/v3/projects": json(200, { projects: [{ id: PROJECT, name: "eu-de_shop" }] }),
  };
  const server = await serve((response, seen) => {
    const answer = answers[seen.url.replace(/\?.*/, "")];
    const reply = answer ? (signIn ?? answer) : dcs(seen);
    reply(response, seen);
  });
  const signIns = () => server.seen.filter((call) => call.url === "/v3/auth/tokens");
  return { ...server, signIns };
}

export const message = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "it should have failed",
    (error: Error) => error.message,
  );
