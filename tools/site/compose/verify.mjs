import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The links of the built site that lead to no page, or to no place on it. @param {string} site @param {string} base */
export function deadLinks(site, base) {
  const pages = new Map(
    readdirSync(site, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".html") && name !== "404.html")
      .map((name) => [name.replaceAll(path.sep, "/"), readFileSync(path.join(site, name), "utf8")]),
  );
  const places = new Map([...pages].map(([name, html]) => [name, new Set(matches(html, / id="([^"]*)"/g))]));
  return [...pages].flatMap(([from, html]) =>
    matches(html, /<a [^>]*href="([^"]*)"/g)
      .filter((href) => !/^[a-z]+:/i.test(href) && !leads(from, href))
      .map((href) => `${from}: ${href}`),
  );

  /** @param {string} from @param {string} href */
  function leads(from, href) {
    const [address = "", anchor] = decodeURI(href).split("#");
    const name = address === "" ? from : address.slice(base.length).replace(/(^|\/)$/, "$1index.html");
    return anchor === undefined ? pages.has(name) : places.get(name)?.has(anchor);
  }
}

/** @param {string} text @param {RegExp} pattern @returns {string[]} */
const matches = (text, pattern) => [...text.matchAll(pattern)].map(([, found = ""]) => found);
