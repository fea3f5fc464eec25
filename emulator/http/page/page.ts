import type { IncomingHttpHeaders } from "node:http";
import type { Answer } from "../../world/call/call";
import type { World } from "../../world/world";
import type { Desk } from "../control/desk";
import { byBrowser } from "../door/door";
import { asset } from "./assets";
import { document, type Parts, pagePath } from "./document";
import { html, type Markup } from "./markup/html";
import { callsPart } from "./parts/calls";
import { faultsPart } from "./parts/faults";
import { instancesPart, spans, usualSpan } from "./parts/instances";
import { variableLines, variablesPart } from "./parts/variables";

/** A call that may be for the page. */
export interface Look {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
}

/** What browsers ask for by themselves; the service has nothing of these names. */
const byThemselves = /^\/(?:favicon\.ico$|\.well-known\/)/;

const wantsHtml = /(?:^|,)\s*text\/html\b/i;

/** Whether a call is for the page. `GET /` is only if HTML is asked for: to clients it is IAM's list of versions. */
export function isForPage({ method, path, headers }: Look): boolean {
  if (path.startsWith(pagePath)) return true;
  if (method !== "GET") return false;
  return (path === "/" && wantsHtml.test(headers.accept ?? "")) || (byThemselves.test(path) && byBrowser(headers));
}

/** Keeps what is sent from being used by, or inside of, any other page, and from loading anything from elsewhere. */
export const guarded: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
};

const guardedPage: Readonly<Record<string, string>> = {
  ...guarded,
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-frame-options": "DENY",
  vary: "Accept",
};

function summary({ url, redis, instances }: World, { journal }: Desk): Markup {
  const served = redis.binary === undefined ? "Nothing answers at their addresses: there is no Redis server." : "";
  const count = instances.all().length;
  const calls = journal().length;
  return html`<p class="summary"><code>${url()}</code> <span>${count} ${count === 1 ? "instance" : "instances"}</span> <span>${calls} ${calls === 1 ? "call" : "calls"}</span> ${served}</p>`;
}

function partsOf(world: World, desk: Desk, query: URLSearchParams): Parts {
  const minutes = spans.find((count) => String(count) === query.get("minutes")) ?? usualSpan;
  return {
    summary: summary(world, desk),
    instances: instancesPart(world.instances.history, minutes),
    calls: callsPart(desk.journal()),
    faults: faultsPart(desk.faults.list()),
  };
}

/** What has changed since the page asked last, and how it looks now. */
function renewal(world: World, desk: Desk, query: URLSearchParams): Answer {
  const { history } = world.instances;
  const since = Number(query.get("since") ?? history.last);
  const news = history.since(since).map(({ name, status }) => `${name} is ${status ?? "gone"}.`);
  const parts = Object.entries(partsOf(world, desk, query)).map(([name, { text }]) => [name, text]);
  return { status: 200, body: { parts: Object.fromEntries(parts), news, newest: history.last } };
}

function contentOf(world: World, desk: Desk, { method, path, query }: Look): Answer {
  if (method !== "GET") return { status: 405, body: { message: "The page is only read." } };
  if (path === "/") {
    const body = document(partsOf(world, desk, query), variablesPart(world), world.instances.history.last);
    return { status: 200, body, headers: { "content-type": "text/html; charset=utf-8" } };
  }
  const name = path === "/favicon.ico" ? "icon.svg" : path.slice(pagePath.length);
  if (name === "parts") return renewal(world, desk, query);
  if (name === "variables") {
    const headers = { "content-type": "text/plain; charset=utf-8" };
    return { status: 200, body: variableLines(world, query.get("way")), headers };
  }
  return asset(name) ?? { status: 404, body: { message: `The page has no "${name}".` } };
}

/** Answers a call for the page. It is no call to the service, and changes nothing that one could notice. */
export function answerOfPage(world: World, desk: Desk, look: Look): Answer {
  const answer = contentOf(world, desk, look);
  return { ...answer, headers: { ...guardedPage, ...answer.headers } };
}
