import { createRequire } from "node:module";
import { ownModule } from "../../setup/own-packages.mjs";

/**
 * @typedef {{ column: number, text: string, colour: number | undefined, bold: boolean }} Run characters of one look
 * @typedef {{ atMs: number, runs: Run[] }} Row one row of the terminal: a long line is several
 */

/**
 * What a terminal makes of the lines: colours resolved, long lines wrapped, what was overwritten gone.
 * @param {string} folder of the packages
 * @param {number} columns
 * @param {import("./record.mjs").Line[]} lines
 * @returns {Promise<Row[]>}
 */
export async function rowsOf(folder, columns, lines) {
  const { Terminal } = createRequire(import.meta.url)(ownModule(folder, "@xterm/headless"));
  const terminal = new Terminal({ cols: columns, rows: 50, scrollback: 10_000, allowProposedApi: true });
  const { active } = terminal.buffer;
  /** @type {Row[]} */
  const rows = [];
  for (const { atMs, text } of lines) {
    await new Promise((resolve) => terminal.write(`${text.replace(/\r$/, "")}\r\n`, () => resolve(undefined)));
    while (rows.length < active.baseY + active.cursorY) {
      rows.push({ atMs, runs: runsOf(active.getLine(rows.length), columns) });
    }
  }
  return rows;
}

/** @param {any} line of the terminal's buffer @param {number} columns @returns {Run[]} */
function runsOf(line, columns) {
  /** @type {Run[]} */
  const runs = [];
  for (let column = 0; column < columns; column++) {
    const cell = line.getCell(column);
    const colour = cell.isFgPalette() ? cell.getFgColor() : undefined;
    const bold = cell.isBold() !== 0;
    const last = runs.at(-1);
    if (last && last.colour === colour && last.bold === bold) last.text += cell.getChars() || " ";
    else runs.push({ column, text: cell.getChars() || " ", colour, bold });
  }
  return runs.map((run) => ({ ...run, text: run.text.trimEnd() })).filter(({ text }) => text !== "");
}
