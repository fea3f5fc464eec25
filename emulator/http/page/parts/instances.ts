import type { History, Life } from "../../../world/instances/history";
import { html, type Markup } from "../markup/html";
import { settings } from "./settings";
import { colours, sortOf, statesInWords, timeline } from "./timeline";

/** How many minutes a timeline can show. */
export const spans = [1, 2, 5, 30] as const;

export const usualSpan = 2;

/** More than these would make the page slow to read and to draw. */
const most = 50;

function summaryOf({ record }: Life): string {
  const { engineVersion, product, capacity, ip, port } = record;
  const where = ip === "" ? "no address yet" : `${ip}:${port}`;
  return `Redis ${engineVersion}, ${product.cacheMode}, ${capacity} GB, ${where}`;
}

function card(life: Life, from: number, now: number): Markup {
  const { record, goneAt } = life;
  const badge =
    goneAt === undefined
      ? html`<span class="badge ${sortOf(record.status)}">${record.status}</span>`
      : html`<span class="badge gone">gone</span>`;
  const { id, name } = record;
  return html`<li id="instance-${id}" class="card${goneAt === undefined ? "" : " past"}">
<div class="head"><h3>${name}</h3>${badge}<span class="about">${summaryOf(life)}</span></div>
${timeline(life, from, now)}
<details id="more-${id}"><summary id="summary-${id}">Settings and states<span class="hidden"> of ${name}</span></summary>
${settings(record)}<h4>States</h4>${statesInWords(life, now)}</details></li>`;
}

/** Every instance with its timeline, those that went away within the time shown included. */
export function instancesPart(history: History, minutes: number): Markup {
  const now = Date.now();
  const from = now - minutes * 60_000;
  const lives = history.lives().filter(({ goneAt }) => goneAt === undefined || goneAt >= from);
  if (lives.length === 0) {
    return html`<p class="empty">There are no instances. Set the variables in a shell, run <code>pulumi up</code> there, and watch.</p>`;
  }
  const rest = lives.length - most;
  const half = minutes === 1 ? "30 s ago" : `${minutes / 2} min ago`;
  return html`<p class="scale" aria-hidden="true"><span>${minutes} min ago</span><span>${half}</span><span>now</span></p>
<ul>${lives.slice(0, most).map((life) => card(life, from, now))}</ul>
${colours}
${rest > 0 ? html`<p class="empty">${rest} older ones are not shown.</p>` : ""}`;
}
