import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createClient, type Tuning } from "../../../../provider/client/open-client";
import type { Settings } from "../../../../provider/config/settings/settings";
import { Pace } from "../../../../provider/http/retry/pace";

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export type Reply = (response: ServerResponse, seen: Seen) => void;

const running: Array<() => Promise<void>> = [];

/** Answers by `reply`, on a free loopback port; stopped by {@link stopServers}. */
export async function serve(reply: Reply): Promise<{ url: string; seen: Seen[]; stop: () => Promise<void> }> {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const { method = "", url = "", headers } = request;
    const call = { method, url, headers, body };
    seen.push(call);
    reply(response, call);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  running.push(stop);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, stop };
}

export async function stopServers(): Promise<void> {
  await Promise.all(running.splice(0).map((stop) => stop()));
}

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Reply =>
  (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
  };

/** Answers each call by the next reply, and the last one for ever. */
export const inTurn = (...replies: Reply[]): Reply => {
  let at = 0;
  return (response, seen) => (replies[Math.min(at++, replies.length - 1)] as Reply)(response, seen);
};

export const PROJECT = "0123456789abcdef0123456789abcdef";

/** Settings of a ready-made token: no sign-in is called. */
export const tokenSettings = (url: string, patch: Partial<Settings> = {}): Settings => ({
  region: "eu-de",
  authUrl: `${url}/v3`,
  dcsEndpoint: url,
  projectId: PROJECT,
  token: "ready-made-token",
  insecure: false,
  onNameConflict: "fail",
  liveChecks: true,
  deletionProtection: false,
  origins: { token: "OS_AUTH_TOKEN in the environment" },
  ...patch,
});

export const passwordSettings = (url: string, patch: Partial<Settings> = {}): Settings =>
  tokenSettings(url, {
    token: undefined,
    dcsEndpoint: undefined,
    projectId: undefined,
    userName: "ops-bot",
    password: "Blue_Kettle7",
    domainName: "shop",
    projectName: "eu-de_shop",
    origins: { userName: "OS_USERNAME in the environment", password: "otc:password in the stack's config" },
    ...patch,
  });

/** A client whose pauses take no time; `pauses` holds what they would have taken. */
export function quickClient(settings: Settings, tuning: Tuning = {}) {
  const pauses: number[] = [];
  const pause = async (ms: number) => void pauses.push(ms);
  return {
    client: createClient(settings, { pause, pace: new Pace(async () => {}), random: () => 1, ...tuning }),
    pauses,
  };
}
