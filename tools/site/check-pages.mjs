import { main } from "../setup/say.mjs";
import { compose } from "./compose/compose.mjs";
import { destinations } from "./compose/links.mjs";
import { PAGES } from "./pages.mjs";

// Checks, without building the site, that its pages find their sections and that no link leads off the site by mistake.
await main(async () => {
  const pages = PAGES.map((page) => ({ ...page, parts: page.parts.map(withoutGenerated) })).map(compose);
  const { resolve } = destinations(pages);
  for (const { pieces } of pages) for (const { file, text } of pieces) if (file !== undefined) resolve(file, text);
  process.stdout.write(`${pages.length} pages\n`);
  return 0;
});

/** What is generated needs the built package. @param {import("./pages.mjs").Part} part */
function withoutGenerated(part) {
  return "generated" in part ? { generated: () => "" } : part;
}
