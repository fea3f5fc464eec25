import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

/** What a call is for: the page, what the page and `curl` control, or the service itself. */
export type Goal = "page" | "control" | "service";

/** This machine, as the `Host` of a call names it. */
const local = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::(\d+))?$/i;

/** What every browser sends with some or all of its calls; a page can change `Accept-Language`, but not leave it out. */
const signsOfBrowser = ["origin", "sec-fetch-site", "accept-language"] as const;

/** Whether a browser sent it; a page in one cannot hide that. */
export const byBrowser = (headers: IncomingHttpHeaders): boolean =>
  signsOfBrowser.some((name) => headers[name] !== undefined);

const own: ReadonlySet<string> = new Set(["same-origin", "none"]);

/** Somebody follows a link; the site with the link neither sees nor frames what is behind it. */
function followsLink({ method, headers }: IncomingMessage): boolean {
  return method === "GET" && headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document";
}

/**
 * Why a call is turned away, or `undefined`. A web site that is open in a browser of this machine must neither see nor
 * change anything here, under its own name or under one that it lets point to 127.0.0.1. Other clients are let in.
 */
export function turnedAway(request: IncomingMessage, goal: Goal): string | undefined {
  const { headers, socket } = request;
  const { host = "", origin } = headers;
  const scheme = "encrypted" in socket ? "https" : "http";
  const named = local.exec(host);
  const port = Number(named?.[1] ?? (scheme === "https" ? 443 : 80));
  if (goal !== "service" && (named === null || port !== socket.localPort)) {
    return `The page and /_emulator/ are served to localhost:${socket.localPort} and 127.0.0.1:${socket.localPort} only, not to "${host}".`;
  }
  if (named === null && byBrowser(headers)) {
    return `Browsers are served as localhost or 127.0.0.1 only, not as "${host}".`;
  }
  if (origin !== undefined && origin.toLowerCase() !== `${scheme}://${host.toLowerCase()}`) {
    return `The page of another web site (${origin}) cannot call the local DCS.`;
  }
  const site = headers["sec-fetch-site"];
  if (typeof site === "string" && !own.has(site) && !(goal === "page" && followsLink(request))) {
    return "The page of another web site cannot call the local DCS.";
  }
  return undefined;
}
