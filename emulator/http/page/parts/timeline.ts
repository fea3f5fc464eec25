import type { Life, Turn } from "../../../world/instances/history";
import type { Status } from "../../../world/records/instance-record";
import { html, type Markup } from "../markup/html";
import { clockTime, duration } from "../markup/times";

type Sort = "serves" | "works" | "leaves" | "failed";

const sorts: Readonly<Record<string, Sort>> = {
  RUNNING: "serves",
  DELETING: "leaves",
  ERROR: "failed",
  CREATEFAILED: "failed",
};

/** The colour of a state, as a class: it serves, passes, goes away, or has failed. */
export const sortOf = (status: Status): Sort => sorts[status] ?? "works";

interface Span extends Turn {
  readonly until: number;
}

/** The states of an instance, each with its end. */
export function spansOf({ turns, goneAt }: Life, now: number): readonly Span[] {
  return turns.map((turn, index) => ({ ...turn, until: turns[index + 1]?.at ?? goneAt ?? now }));
}

/** A state of a few milliseconds is drawn this wide, in percent, so that it can be seen. */
const narrowest = 0.4;

/** How wide a timeline is at least, in pixels: on a phone, elsewhere, and in a wide window. */
const widths = { "fits-narrow": 300, fits: 530, "fits-wide": 750 } as const;

/** Where the name of a state has room, as classes. */
function room(status: Status, share: number): string {
  const wanted = status.length * 8 + 12;
  return Object.entries(widths)
    .filter(([, width]) => wanted <= (width * share) / 100)
    .map(([name]) => ` ${name}`)
    .join("");
}

/** The states of an instance between two times, to scale; a state that is wide enough shows its name. */
export function timeline(life: Life, from: number, now: number): Markup {
  const spans = spansOf(life, now).filter(({ until }) => until >= from);
  const share = (at: number) => ((Math.max(at, from) - from) / (now - from)) * 100;
  const boxes = spans.map(({ status, at, until }) => {
    const width = Math.max(narrowest, share(until) - share(at));
    const x = Math.min(share(at), 100 - narrowest);
    return html`<svg x="${x.toFixed(2)}%" width="${width.toFixed(2)}%" height="100%" class="span ${sortOf(status)}${room(status, width)}"><rect width="100%" height="100%"/><text x="6" y="16">${status}</text></svg>`;
  });
  const ends = life.goneAt === undefined ? "" : `, gone at ${clockTime(life.goneAt)}`;
  const told = spans.map(({ status, at }) => `${status} from ${clockTime(at)}`).join(", ");
  // Later states first, so that a short one lies on top of the next.
  return html`<svg class="line" role="img" aria-label="${told}${ends}">${boxes.reverse()}</svg>`;
}

/** The same in words, for the whole life. */
export function statesInWords(life: Life, now: number): Markup {
  const rows = spansOf(life, now).map(
    ({ status, at, until }) =>
      html`<li><b>${status}</b> from ${clockTime(at)}, ${until === now ? "so far " : "for "}${duration(until - at)}</li>`,
  );
  const end = life.goneAt === undefined ? "" : html`<li><b>gone</b> at ${clockTime(life.goneAt)}</li>`;
  return html`<ol class="states">${rows}${end}</ol>`;
}

const key: readonly (readonly [Sort, string])[] = [
  ["works", "CREATING, EXTENDING and such"],
  ["serves", "RUNNING"],
  ["leaves", "DELETING"],
  ["failed", "ERROR, CREATEFAILED"],
];

/** What the colours mean. */
export const colours: Markup = html`<ul class="key" aria-hidden="true">${key.map(
  ([sort, text]) => html`<li class="${sort}">${text}</li>`,
)}</ul>`;
