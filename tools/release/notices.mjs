import { readdirSync, readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { clone, main, say } from "../setup/say.mjs";
import { shipped } from "./shipped.mjs";

const file = path.join(clone, "THIRD-PARTY-NOTICES.md");

// Writes THIRD-PARTY-NOTICES.md. With --check it only says whether the committed file is as it should be.
await main(async () => {
  const text = notices();
  if (!process.argv.includes("--check")) {
    await writeFile(file, text);
    say("Wrote THIRD-PARTY-NOTICES.md");
    return 0;
  }
  if ((await readFile(file, "utf8").catch(() => "")) === text) return 0;
  say("THIRD-PARTY-NOTICES.md differs from the installed packages: run `npm run notices`");
  return 1;
});

function notices() {
  const all = shipped();
  const rows = all.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`);
  const table = ["| package | version | licence |", "| --- | --- | --- |", ...rows].join("\n");
  /** @type {Map<string, string[]>} */
  const byText = new Map();
  for (const each of all) {
    const text = licenceOf(each.place);
    byText.set(text, [...(byText.get(text) ?? []), `${each.name} ${each.version}`]);
  }
  const texts = [...byText].map(([text, names]) => `## ${names.join(", ")}\n\n\`\`\`\n${text}\n\`\`\``);
  return `# Third-party notices

Written by \`npm run notices\` from \`package-lock.json\` and the installed packages. These packages are installed with this one:

${table}

${texts.join("\n\n")}
`;
}

/** The text of a package's licence; what it says of itself where it ships none. @param {string} place */
function licenceOf(place) {
  const folder = path.join(clone, place);
  const found = readdirSync(folder).find((name) => /^licen[cs]e(\.(md|txt))?$/i.test(name));
  if (found !== undefined) return readFileSync(path.join(folder, found), "utf8").replaceAll("\r\n", "\n").trim();
  const readme = readdirSync(folder).find((name) => /^readme\.md$/i.test(name));
  const part = readme && readFileSync(path.join(folder, readme), "utf8").match(/^#* *licen[cs]e\s[\s\S]*/im);
  if (part) return part[0].replaceAll("\r\n", "\n").trim();
  const { license, author } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const name = typeof author === "object" ? author.name : author;
  return `Licence: ${license}${name ? `\nAuthor: ${name}` : ""}\nThe package ships no text of its licence.`;
}
