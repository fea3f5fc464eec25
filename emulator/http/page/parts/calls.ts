import { dcsRoutes, dcsV2Routes, downloadRoutes, iamRoutes } from "../../../dcs/routes";
import type { JournalEntry } from "../../exchange/journal";
import { html, type Markup } from "../markup/html";
import { time } from "../markup/times";

const most = 50;

const routes = [...iamRoutes, ...downloadRoutes, ...dcsRoutes, ...dcsV2Routes];

/** The words that paths of the service consist of, besides ids. */
const words = new Set(routes.flatMap(({ path }) => path.split("/")).filter((part) => !part.startsWith(":")));

const id = /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** A path of which only words of the service and ids are shown: anything else may be a secret in the wrong place. */
export function shownPath(path: string): string {
  return path
    .split("/")
    .map((part) => (words.has(part) || id.test(part) ? part : "***"))
    .join("/");
}

/** The same, short: an id by its first digits. */
function path(whole: string): Markup {
  const shown = shownPath(whole);
  const short = shown.split("/").map((part) => (id.test(part) ? `${part.slice(0, 8)}…` : part));
  return html`<code title="${shown}">${short.join("/")}</code>`;
}

function statusOf({ status }: JournalEntry): Markup {
  if (status === 0) return html`<span class="status none">none</span>`;
  return html`<span class="status ${status < 400 ? "good" : "bad"}">${status}</span>`;
}

function faultOf({ faults, done, status }: JournalEntry): string {
  const hidden = done && (status === 0 || status >= 400);
  return `${faults.join(", ")}${hidden ? "; the work was done" : ""}`;
}

function row(entry: JournalEntry, number: number): Markup {
  const cells = [time(entry.at), entry.method, path(entry.path), statusOf(entry), faultOf(entry)].map(
    (content) => html`<td role="cell">${content}</td>`,
  );
  return html`<tr role="row" id="call-${number}">${cells}</tr>`;
}

/** The last calls, the newest first: without bodies, queries and headers. */
export function callsPart(journal: readonly JournalEntry[]): Markup {
  if (journal.length === 0) return html`<p class="empty">Nobody has called yet.</p>`;
  const first = Math.max(0, journal.length - most);
  const rows = journal.slice(first).map((entry, index) => row(entry, first + index + 1));
  const titles = ["Time", "Method", "Path", "Status", "Fault"].map(
    (title) => html`<th scope="col" role="columnheader">${title}</th>`,
  );
  // On a phone the styles take a row apart; without roles it would then be no row of a table any more.
  return html`<table role="table"><thead role="rowgroup"><tr role="row">${titles}</tr></thead>
<tbody role="rowgroup">${rows.reverse()}</tbody></table>
<p class="note">${journal.length} in all${first > 0 ? `, the last ${most} are shown` : ""}.</p>`;
}
