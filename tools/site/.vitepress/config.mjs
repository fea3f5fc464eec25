import { slug } from "../markdown/headings.mjs";
import { GROUPS } from "../pages.mjs";

const link = (/** @type {string} */ address) => `/${address}`;

export default {
  srcDir: "../../.local/site-source",
  cacheDir: "../../.local/site-cache",
  lang: "en",
  title: "pulumi-otc-dcs",
  description: "Redis caches of Open Telekom Cloud as Pulumi resources",
  markdown: {
    anchor: { slugify: slug },
    // The usual themes have colours that are too pale to read.
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
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
      items: pages.map(({ title, address }) => ({ text: title, link: link(address) })),
    })),
    outline: [2, 3],
    search: {
      provider: "local",
      options: {
        _render: (/** @type {string} */ text, /** @type {any} */ env, /** @type {any} */ markdown) => {
          const html = markdown.render(text, env);
          return env.frontmatter?.search === false ? "" : html;
        },
      },
    },
  },
};
