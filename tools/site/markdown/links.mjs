const FENCE = /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?^ {0,3}\1[^\n]*$/m;
const SPAN = /(?<!`)(`+)(?!`)[\s\S]*?[^`]\1(?!`)/;
const CODE = new RegExp(`${FENCE.source}|${SPAN.source.replace("\\1", "\\2")}`, "gm");

/** Changes what is not code. @param {string} markdown @param {(prose: string) => string} change */
export function outsideCode(markdown, change) {
  let result = "";
  let from = 0;
  for (const code of markdown.matchAll(CODE)) {
    result += change(markdown.slice(from, code.index)) + code[0];
    from = code.index + code[0].length;
  }
  return result + change(markdown.slice(from));
}

/**
 * Changes the target of every link and picture.
 * @param {string} markdown
 * @param {(target: string) => string} change
 */
export function mapLinks(markdown, change) {
  return outsideCode(markdown, (prose) =>
    prose.replace(/\]\(([^()\s]+)\)/g, (_, /** @type {string} */ target) => `](${change(target)})`),
  );
}

/** The targets of all links and pictures. @param {string} markdown */
export function links(markdown) {
  /** @type {string[]} */
  const found = [];
  mapLinks(markdown, (target) => {
    found.push(target);
    return target;
  });
  return found;
}

/** True for an address outside of the repository. @param {string} target */
export const isExternal = (target) => /^[a-z][a-z+.-]*:/i.test(target);
