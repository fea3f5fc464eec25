import { slug } from "../markdown/headings.mjs";
import { GROUPS } from "../pages.mjs";
import { accessible } from "./accessible.mjs";

const ICON =
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><rect width='16' height='16' rx='4' fill='%233451b2'/><path d='M4 5h8M4 8h8M4 11h8' stroke='white' stroke-width='1.6'/></svg>";

export default {
  srcDir: "../../.local/site-source",
  outDir: "../../.local/site",
  cacheDir: "../../.local/site-cache",
  lang: "en",
  title: "pulumi-otc-dcs",
  description: "Redis caches of Open Telekom Cloud as Pulumi resources",
  head: [["link", { rel: "icon", href: ICON }]],
  markdown: {
    anchor: { slugify: slug },
    // The usual themes have colours that are too pale to read.
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    config: accessible,
  },
  themeConfig: {
    nav: [
      { text: "Start", link: "/start" },
      { text: "DcsInstance", link: "/dcs-instance" },
      { text: "Errors", link: "/errors" },
      { text: "Changelog", link: "/changelog" },
    ],
    sidebar: Object.entries(GROUPS).map(([text, pages]) => ({
      text,
      items: pages.map(({ title, address }) => ({ text: title, link: `/${address}` })),
    })),
    outline: [2, 3],
    search: {
      provider: "local",
      options: {
        // Without a label of its own the button is called what stands on it, its key included.
        translations: { button: { buttonText: "Search", buttonAriaLabel: "" } },
        _render: (/** @type {string} */ text, /** @type {any} */ env, /** @type {any} */ markdown) => {
          const html = markdown.render(text, env);
          return env.frontmatter?.search === false ? "" : html;
        },
      },
    },
  },
};
