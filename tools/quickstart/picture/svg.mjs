/**
 * @typedef {import("./rows.mjs").Row} Row
 * @typedef {{ columns: number, rows: number }} Size
 */

const cell = { width: 8.4, height: 18 };
const margin = { side: 18, top: 46, bottom: 16 };
const restMs = 8_000;
const rounds = 3;
const ground = "#161b22";
const ink = "#e6edf3";
/** The sixteen colours of a terminal; all of them but black have a contrast of 4.5 or more on the ground. */
const palette = [
  ...["#484f58", "#ff7b72", "#56d364", "#e3b341", "#79c0ff", "#d2a8ff", "#56d4dd", "#c9d1d9"],
  ...["#8b949e", "#ffa198", "#7ee787", "#f2cc60", "#a5d6ff", "#e2b6ff", "#7ce3ea", "#ffffff"],
];

const title = "npm run quickstart";
const description =
  "A terminal in which npm run quickstart starts the local DCS, shows what pulumi preview will create, creates the " +
  "cache with pulumi up, writes to it and reads from it with a Redis client, and says how to go on.";

/**
 * Draws the rows as they appear in a window that scrolls. A viewer without animation, or whose reader asks for less
 * motion, shows the last window.
 * @param {Row[]} rows @param {Size} size
 */
export function svg(rows, size) {
  const height = size.rows * cell.height;
  const width = Math.ceil(size.columns * cell.width) + 2 * margin.side;
  const total = (rows.at(-1)?.atMs ?? 0) + restMs;
  const last = Math.max(0, rows.length - size.rows);
  const steps = rows.map(({ atMs }, index) => ({ at: percent(atMs / total), shown: index + 1 }));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height + margin.top + margin.bottom}" role="img" aria-labelledby="title description">
<title id="title">${title}</title>
<desc id="description">${description}</desc>
<style>
text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre;fill:${ink}}
.b{font-weight:bold}
${coloursOf(rows)}
#rows{transform:translateY(${-last * cell.height}px)}
#curtain{transform:translateY(${height}px)}
@media (prefers-reduced-motion:no-preference){
#rows{animation:rows ${total}ms step-end ${rounds} forwards}
#curtain{animation:curtain ${total}ms step-end ${rounds} forwards}
}
${keyframes("rows", steps, (shown) => -Math.max(0, shown - size.rows))}
${keyframes("curtain", steps, (shown) => Math.min(shown, size.rows))}
</style>
<rect x=".5" y=".5" width="${width - 1}" height="${height + margin.top + margin.bottom - 1}" rx="10" fill="${ground}" stroke="#444c56"/>
<circle cx="22" cy="20" r="6" fill="#ff5f57"/><circle cx="42" cy="20" r="6" fill="#febc2e"/><circle cx="62" cy="20" r="6" fill="#28c840"/>
<svg x="1" y="${margin.top}" width="${width - 2}" height="${height}">
<g id="rows">
${rows.flatMap(drawn).join("\n")}
</g>
<rect id="curtain" width="100%" height="100%" fill="${ground}"/>
</svg>
</svg>
`;
}

/** Each run has its own place and length, so that columns stand under each other in every font. @param {Row} row @param {number} index */
function drawn({ runs }, index) {
  const y = index * cell.height + 13;
  return runs.map(({ column, text, colour, bold }) => {
    const kinds = [colour === undefined ? "" : `c${colour}`, bold ? "b" : ""].filter(Boolean).join(" ");
    const indent = text.length - text.trimStart().length;
    const words = text.trimStart();
    const place = `x="${tenth(margin.side + (column + indent) * cell.width)}" y="${y}" textLength="${tenth(words.length * cell.width)}"`;
    return `<text ${place}${kinds && ` class="${kinds}"`}>${escaped(words)}</text>`;
  });
}

/** @param {Row[]} rows */
function coloursOf(rows) {
  const used = new Set(rows.flatMap(({ runs }) => runs.map(({ colour }) => colour)));
  return palette.flatMap((value, index) => (used.has(index) ? [`.c${index}{fill:${value}}`] : [])).join("\n");
}

/** @param {string} name @param {{ at: string, shown: number }[]} steps @param {(shown: number) => number} rowsDown */
function keyframes(name, steps, rowsDown) {
  const frames = steps
    .map(({ at, shown }) => ({ at, down: rowsDown(shown) }))
    .filter(({ down }, index, all) => index === 0 || down !== all[index - 1]?.down)
    .map(({ at, down }) => `${at}{transform:translateY(${down * cell.height}px)}`);
  const end = rowsDown(steps.length) * cell.height;
  return `@keyframes ${name}{${frames.join("")}to{transform:translateY(${end}px)}}`;
}

/** @param {number} share */
const percent = (share) => `${(share * 100).toFixed(2)}%`;

/** @param {number} length */
const tenth = (length) => Number(length.toFixed(1));

/** @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
