import type { Row } from "./row";

const HEAD = `# What users see

Every error that the local DCS can answer, as the engine shows it to the user. A test provokes each one under the engine, compares the messages with this table, and writes it anew (\`UPDATE_DOCS=1 npx jest test/engine/errors\`). The checks of preview that ask the service are off (\`otc:liveChecks\`), because they would find some mistakes before. Ids are shortened. The service's own words may differ. [Errors of the service](../errors.md) lists all codes.

*made*: the local DCS was made to answer this, because no program gets it from there: the provider finds such a mistake before it calls, waits while the cache is busy, or never makes such a call.

| code | what was done | made | what the user reads |
| --- | --- | --- | --- |
`;

const cell = (text: string): string =>
  text
    .replace(/\|/g, "\\|")
    .replace(/</g, "&lt;")
    .replace(/\s*\n\s*/g, "<br>");

/** The page of the documentation. */
export const pageOf = (seen: ReadonlyMap<Row, string>): string =>
  `${HEAD}${[...seen]
    .map(
      ([{ code, deed, answer }, message]) =>
        `| \`${code}\` | ${deed.words} | ${answer === undefined ? "" : "made"} | ${cell(message)} |`,
    )
    .join("\n")}\n`;
