import path from "node:path";
import { expectWritten } from "../../../support/written-page";
import type { Told } from "./told";

const FILE = path.resolve(__dirname, "../../../../docs/results/sign-in-problems.md");

/** A chapter with what was told of its rows, by their titles. */
export interface ToldChapter {
  readonly heading: string;
  readonly rows: ReadonlyArray<readonly [title: string, told: Told]>;
}

const cell = (text: string): string => text.replace(/\|/g, "\\|").replace(/</g, "&lt;");

const line = (title: string, { failures, warnings }: Told): string =>
  `| ${cell(title)} | ${[...failures, ...warnings].map(cell).join("<br>")} |`;

/** The page of the documentation. */
export function pageOf(chapters: readonly ToldChapter[]): string {
  const rows = chapters.reduce((sum, chapter) => sum + chapter.rows.length, 0);
  const sections = chapters.map(({ heading, rows }) =>
    [`## ${heading}`, "", "| set-up | what `pulumi preview` says |", "| --- | --- |"]
      .concat(rows.map(([title, told]) => line(title, told)))
      .join("\n"),
  );
  return `${[
    "# Sign-in problems and their messages",
    `${rows} set-ups with one mistake each, and the line that \`pulumi preview\` prints before anything is changed. [Signing in](../guides/signing-in.md) shows how to do it right.`,
    "The lines come from the tests (`UPDATE_DOCS=1 npm run sign-in` writes them anew), which use the local IAM and DCS on 127.0.0.1. The service's own words may differ.",
    ...sections,
  ].join("\n\n")}\n`;
}

// Formatters pad the columns of tables.
const unpadded = (page: string): string => page.replace(/ +/g, " ").replace(/-{3,}/g, "---");

/** Expects the documentation to hold this page, however its columns are padded. */
export const expectInDocs = (page: string): void => expectWritten(FILE, page, unpadded);
