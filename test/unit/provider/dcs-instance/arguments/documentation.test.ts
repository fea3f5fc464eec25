import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { INSTANCE_ARGUMENTS } from "../../../../../provider/dcs-instance/arguments/rows/instance-arguments";

const file = path.resolve(__dirname, "../../../../../provider/dcs-instance/values/args.ts");

/** What an editor shows of each argument. */
const shown = ((): Map<string, { text: string; optional: boolean }> => {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
  const members = source.statements.filter(ts.isInterfaceDeclaration).flatMap((statement) => [...statement.members]);
  return new Map(
    members.filter(ts.isPropertySignature).map((member) => {
      const text = ts
        .getJSDocCommentsAndTags(member)
        .map((doc) => doc.getText())
        .join("")
        .replace(/[\s*]*\n\s*\*?\s*/g, " ");
      return [member.name.getText(), { text, optional: member.questionToken !== undefined }];
    }),
  );
})();

// Options of the resource, which the class passes as arguments.
const OPTIONS = ["replaceOnChanges", "customTimeouts"];

const NUMBERS: Readonly<Record<string, RegExp>> = {
  capacity: /\bGB\b/,
  replicas: /Nodes per shard/,
  port: /1 to 65535/,
};

const ARGUMENTS = Object.entries(INSTANCE_ARGUMENTS).filter(([name]) => !OPTIONS.includes(name));

const EFFECTS: ReadonlyArray<readonly [how: string, words: RegExp]> = [
  ["replace", /\b[Aa] change replaces/],
  ["record", /Changed in the state only/],
  ["ignore", /changes nothing/],
];

const effectOf = (how: string): RegExp => EFFECTS.find(([each]) => each === how)?.[1] ?? /[Cc]hanged in place/;

test("every argument is documented, and nothing else is", () => {
  expect([...shown.keys()].sort()).toEqual(ARGUMENTS.map(([name]) => name).sort());
});

describe.each(ARGUMENTS)("the documentation of %s", (name, { schema, change, since }) => {
  const { text = "", optional = false } = shown.get(name) ?? {};

  test("says what a change does", () => {
    expect(text).toMatch(effectOf(change.how));
  });

  test("says its default, or that it is required", () => {
    expect(text).toMatch(optional ? /Default: |Required (unless|on) / : /Required\./);
  });

  test("names every value it can have, or its unit or form", () => {
    for (const value of (schema.enum as unknown[] | undefined) ?? []) expect(text).toContain(JSON.stringify(value));
    if (schema.type === "boolean") expect(text).toMatch(/`true`: /);
    if (/number|integer/.test(String(schema.type))) expect(text).toMatch(NUMBERS[name] ?? /missing/);
    if (String(schema.pattern).includes("a-fA-F]{8}")) expect(text).toContain("UUID");
  });

  test("says from which version it is available", () => {
    if (since !== undefined) expect(text).toContain(`From ${since}`);
    expect(text).toMatch(/Reference: https:\/\/docs\.otc\.t-systems\.com\/\S+\.html/);
  });
});
