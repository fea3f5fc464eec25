import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { clone } from "../../setup/say.mjs";
import { isExternal, mapLinks } from "../markdown/links.mjs";

/** @typedef {import("./compose.mjs").Composed} Composed */

const PICTURE = /\.(svg|png|jpe?g|gif)$/;

/**
 * Where links of the repository lead on the site: to a page, to a picture, or to a page that shows a file.
 * @param {Composed[]} pages
 */
export function destinations(pages) {
  /** @type {Map<string, string>} */
  const places = new Map([["README.md", "/"]]);
  for (const { page, anchors } of pages) {
    for (const [place, anchor] of anchors) {
      if (!places.has(place)) places.set(place, `/${page.address}${anchor === "" ? "" : `#${anchor}`}`);
    }
  }
  /** @type {Set<string>} */
  const pictures = new Set();
  /** @type {Set<string>} */
  const sources = new Set();

  /** @param {string} from @param {string} target @returns {string} */
  const destination = (from, target) => {
    // What is generated has addresses of the site already.
    if (isExternal(target) || target.startsWith("/")) return target;
    const [name = "", anchor] = target.split("#");
    const file = name === "" ? from : path.posix.join(path.posix.dirname(from), name);
    const place = places.get(anchor === undefined ? file : `${file}#${anchor}`);
    if (place !== undefined) return place;
    if (anchor !== undefined)
      throw new Error(
        `${from}: ${target} leads to a section that is on no page of the site: name it in tools/site/pages.mjs`,
      );
    if (!existsSync(path.join(clone, file)) || !statSync(path.join(clone, file)).isFile()) {
      throw new Error(`${from}: ${target} is no file`);
    }
    if (PICTURE.test(file)) {
      pictures.add(file);
      return `/${path.posix.basename(file)}`;
    }
    sources.add(file);
    return `/${addressOfSource(file)}`;
  };
  return {
    /** @param {string} file @param {string} text */
    resolve: (file, text) => mapLinks(text, (target) => destination(file, target)),
    pictures,
    sources,
  };
}

/** Names that begin with a dot are no pages, and a link with an ending is taken for a file. @param {string} file */
export const addressOfSource = (file) => `source/${file.replaceAll(/(^|\/)\./g, "$1").replaceAll(".", "-")}`;
