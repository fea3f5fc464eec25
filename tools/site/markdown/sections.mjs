import { headings } from "./headings.mjs";

/**
 * A section with all that it contains; "" is what stands before the second heading.
 * @param {string} markdown @param {string} name @param {string[]} without Sections in it to leave out.
 * @returns {string}
 */
export function section(markdown, name, without = []) {
  const lines = markdown.split("\n");
  const [from, to] = name === "" ? [0, headings(markdown)[1]?.line ?? lines.length] : range(markdown, name);
  const gaps = without.map((each) => range(markdown, each));
  const kept = lines.map((line, index) => (gaps.some(([start, end]) => index >= start && index < end) ? [] : [line]));
  return kept.slice(from, to).flat().join("\n");
}

/** @param {string} markdown @param {string} name @returns {[number, number]} */
function range(markdown, name) {
  const all = headings(markdown);
  const heading = all.find(({ text }) => text === name);
  if (heading === undefined) throw new Error(`There is no section "${name}"`);
  const next = all.find(({ level, line }) => line > heading.line && level <= heading.level);
  return [heading.line, next?.line ?? markdown.split("\n").length];
}
