import { readFileSync } from "node:fs";
import path from "node:path";
import { clone } from "../../setup/say.mjs";
import { headings, slug } from "../markdown/headings.mjs";
import { section } from "../markdown/sections.mjs";

/** @typedef {import("../pages.mjs").Page} Page */

/**
 * A page put together, its links still as they stand in the files.
 * @typedef {{ page: Page, pieces: { file?: string, text: string }[], anchors: Map<string, string> }} Composed
 *
 * `anchors` says where on the page each heading of a file is: from `<file>#<anchor>` to the anchor here, "" for the top.
 */

/** @param {string} file */
export const read = (file) => readFileSync(path.join(clone, file), "utf8").replaceAll("\r\n", "\n");

/** Puts a page together: its title, then its parts, each one level lower than it is in its file. @param {Page} page */
export function compose(page) {
  const pieces = page.parts.map((part, index) => {
    if ("generated" in part) return { text: part.generated() };
    const whole = read(part.file);
    const text = part.section === undefined ? whole : section(whole, part.section, part.without);
    return { file: part.file, text: levelled(text, isTop(part, index), part.as) };
  });
  const body = [`# ${page.title}`, ...pieces.map(({ text }) => text)].join("\n\n");
  return { page, pieces, anchors: anchorsOf(page, body) };
}

/** The title of the page stands for the heading of its first part. @param {any} part @param {number} index */
const isTop = (part, index) => index === 0 && !part.keepsHeading;

/** @param {string} text @param {boolean} top Whether its heading gives way to the title. @param {string} [as] */
function levelled(text, top, as) {
  const [first, ...rest] = headings(text);
  if (first === undefined) return text;
  const lines = text.split("\n");
  const shift = (top ? 1 : 2) - first.level;
  for (const { level, line, text: words } of [first, ...rest]) lines[line] = `${"#".repeat(level + shift)} ${words}`;
  if (as !== undefined) lines[first.line] = `## ${as}`;
  if (top) lines[first.line] = "";
  return lines.join("\n").trim();
}

/** @param {Page} page @param {string} body @returns {Map<string, string>} */
function anchorsOf(page, body) {
  const here = headings(body).slice(1);
  const anchors = new Map((page.short ?? []).map((words) => [`README.md#${slug(words)}`, ""]));
  let next = 0;
  page.parts.forEach((part, index) => {
    if ("generated" in part) {
      next += headings(part.generated()).length;
      return;
    }
    const whole = read(part.file);
    const text = part.section === undefined ? whole : section(whole, part.section, part.without);
    const inFile = headings(whole).filter(({ text: words }) => headings(text).some((each) => each.text === words));
    const top = isTop(part, index);
    if (part.section === undefined) anchors.set(part.file, top ? "" : here[next]?.slug);
    inFile.forEach(({ slug }, place) => {
      anchors.set(`${part.file}#${slug}`, top && place === 0 ? "" : here[next++]?.slug);
    });
  });
  return anchors;
}
