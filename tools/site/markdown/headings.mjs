/**
 * A heading of a Markdown text.
 * @typedef {{ level: number, text: string, line: number, slug: string }} Heading
 */

/** The anchor that GitHub gives a heading. @param {string} text */
export function slug(text) {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
}

/** The headings of a text, outside of code. @param {string} markdown @returns {Heading[]} */
export function headings(markdown) {
  const seen = new Map();
  let fence = "";
  return markdown.split("\n").flatMap((line, index) => {
    const [mark] = /^\s*(`{3,}|~{3,})/.exec(line)?.slice(1) ?? [];
    if (mark !== undefined) fence = fence === "" ? mark : mark.startsWith(fence) ? "" : fence;
    const [, hashes, text] = /^(#{1,6}) (.+)$/.exec(line) ?? [];
    if (fence !== "" || hashes === undefined || text === undefined) return [];
    const plain = slug(text);
    const before = seen.get(plain) ?? 0;
    seen.set(plain, before + 1);
    return [{ level: hashes.length, text, line: index, slug: before === 0 ? plain : `${plain}-${before}` }];
  });
}
