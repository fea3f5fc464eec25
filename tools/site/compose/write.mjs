import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { clone } from "../../setup/say.mjs";
import { PAGES } from "../pages.mjs";
import { compose } from "./compose.mjs";
import { front } from "./front.mjs";
import { addressOfSource, destinations } from "./links.mjs";
import { code, showPrograms } from "./source.mjs";

/** Writes the Markdown of the site. @param {string} folder @returns {Promise<number>} how many pages */
export async function write(folder) {
  await rm(folder, { recursive: true, force: true });
  const pages = PAGES.map(compose);
  const { resolve, pictures, sources } = destinations(pages);
  /** @type {[string, string][]} */
  const texts = pages.map(({ page, pieces }) => {
    const body = pieces.map(({ file, text }) => (file ? resolve(file, showPrograms(file, text)) : text)).join("\n\n");
    return [page.address, [frontmatter(page), `# ${page.title}`, body, ""].join("\n\n")];
  });
  texts.push(["index", resolve("README.md", front())]);
  for (const file of [...sources].sort()) {
    const page = { title: file, says: `The file ${file}.`, wide: /** @type {const} */ (true), search: false };
    texts.push([addressOfSource(file), [frontmatter(page), `# \`${file}\``, code(file), ""].join("\n\n")]);
  }
  for (const [address, text] of texts) await put(path.join(folder, `${address}.md`), text);
  await mkdir(path.join(folder, "public"), { recursive: true });
  for (const file of pictures) await copyFile(path.join(clone, file), path.join(folder, "public", path.basename(file)));
  return texts.length;
}

/** @param {{ title: string, says: string, wide?: true, search?: boolean }} page */
function frontmatter({ title, says, wide, search }) {
  const facts = {
    title,
    description: says,
    ...(wide && { aside: false, pageClass: "wide" }),
    ...(search === false && { search: false }),
  };
  return ["---", ...Object.entries(facts).map(([key, value]) => `${key}: ${JSON.stringify(value)}`), "---"].join("\n");
}

/** @param {string} file @param {string} text */
async function put(file, text) {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}
