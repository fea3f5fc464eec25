import path from "node:path";
import { read } from "./compose.mjs";

/** Languages by the ending of a file, where they are not the same. @type {Record<string, string>} */
const LANGUAGES = { cjs: "js", mjs: "js", lock: "text", "": "text" };

/** A file of the repository as code. @param {string} file */
export function code(file) {
  const ending = path.extname(file).slice(1);
  return `\`\`\`\`${LANGUAGES[ending] ?? ending}\n${read(file).trimEnd()}\n\`\`\`\``;
}

const ALONE = /^\[[^\]]+\]\(([^)#\s]+\.(?:ts|py|go|yaml|cs))\)$/gm;

/** Shows the program below a link that stands alone in its line. @param {string} file @param {string} text */
export function showPrograms(file, text) {
  return text.replace(
    ALONE,
    (link, /** @type {string} */ target) => `${link}\n\n${code(path.posix.join(path.posix.dirname(file), target))}`,
  );
}
