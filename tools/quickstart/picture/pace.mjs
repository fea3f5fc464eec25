/** @typedef {import("./rows.mjs").Row} Row */

const longestWaitMs = 1_500;
/** Rows that came at once follow each other like this, so that the eye can follow. */
const rowMs = 60;
/** More rows than this at once are looked at for a while before the next ones come. */
const burst = 8;

/** The same rows at times that suit a reader: long waits cut, bursts slowed down. @param {Row[]} rows @returns {Row[]} */
export function paced(rows) {
  /** @type {Row[]} */
  const result = [];
  let now = 0;
  let together = 0;
  rows.forEach((row, index) => {
    const waited = row.atMs - (rows[index - 1]?.atMs ?? row.atMs);
    const isNew = waited > rowMs;
    if (index > 0)
      now += Math.max(rowMs, Math.min(waited, longestWaitMs), isNew && together > burst ? longestWaitMs : 0);
    together = isNew ? 1 : together + 1;
    result.push({ ...row, atMs: now });
  });
  return result;
}
