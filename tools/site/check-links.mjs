import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { clone, main } from "../setup/say.mjs";
import { headings } from "./markdown/headings.mjs";
import { isExternal, links } from "./markdown/links.mjs";

// Checks that every link of the repository's Markdown leads to a file, and its anchor to a heading there.
// An argument names another folder than the clone.
await main(async () => {
  const root = path.resolve(process.argv[2] ?? clone);
  const files = markdownIn(root);
  const broken = files.flatMap((file) => brokenIn(root, file));
  process.stdout.write([...broken, `${files.length} files, ${broken.length} broken links`, ""].join("\n"));
  return broken.length === 0 ? 0 : 1;
});

/** @param {string} folder @returns {string[]} */
function markdownIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return /^(\.|node_modules$|dist$|coverage$)/.test(entry.name) ? [] : markdownIn(place);
    return entry.isFile() && entry.name.endsWith(".md") ? [place] : [];
  });
}

/** @param {string} root @param {string} file */
function brokenIn(root, file) {
  return links(readFileSync(file, "utf8"))
    .filter((target) => !isExternal(target))
    .flatMap((target) => {
      const fault = faultOf(file, target);
      return fault === undefined ? [] : [`${path.relative(root, file)}: ${target}: ${fault}`];
    });
}

/** @param {string} from @param {string} target */
function faultOf(from, target) {
  const [name = "", anchor] = target.split("#");
  const file = name === "" ? from : path.resolve(path.dirname(from), decodeURI(name));
  if (!existsSync(file)) return "no such file";
  if (anchor === undefined) return undefined;
  if (!statSync(file).isFile() || !file.endsWith(".md")) return "anchors lead into Markdown only";
  return headings(readFileSync(file, "utf8")).some(({ slug }) => slug === anchor) ? undefined : "no such heading";
}
