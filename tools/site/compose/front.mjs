import { section } from "../markdown/sections.mjs";
import { GROUPS } from "../pages.mjs";
import { read } from "./compose.mjs";

const CARDS = ["start", "production", "dcs-instance", "changing", "from-terraform", "comparison"];

/** The first page: what the README says first, and where to go from here. */
export function front() {
  const pages = Object.values(GROUPS).flat();
  const cards = CARDS.map((address) => pages.find((page) => page.address === address)).filter(
    (page) => page !== undefined,
  );
  const [, ...lines] = section(read("README.md"), "").split("\n");
  const facts = {
    layout: "home",
    title: "pulumi-otc-dcs",
    titleTemplate: "Redis caches of Open Telekom Cloud",
    description: lines.find((line) => line !== ""),
    hero: {
      name: "pulumi-otc-dcs",
      text: "Redis caches of Open Telekom Cloud",
      tagline: "as Pulumi resources",
      actions: [
        { theme: "brand", text: "Start", link: "/start" },
        { theme: "alt", text: "Every argument", link: "/dcs-instance" },
        { theme: "alt", text: "Limits", link: "/limits" },
      ],
    },
    features: cards.map(({ title, says, address }) => ({ title, details: says, link: `/${address}` })),
  };
  return [
    `---\n${JSON.stringify(facts, null, 2)}\n---`,
    lines.join("\n").trim(),
    /```ts[\s\S]*?```/.exec(section(read("README.md"), "A program"))?.[0],
    ...Object.entries(GROUPS).flatMap(([group, listed]) => [
      `## ${group}`,
      listed.map(({ title, says, address }) => `- [${title}](/${address}): ${says}`).join("\n"),
    ]),
  ].join("\n\n");
}
