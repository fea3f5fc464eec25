import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { clone } from "../../setup/say.mjs";

/** @typedef {{ doc: string, type?: import("typescript").TypeNode, optional: boolean }} Member */

/** @type {Map<string, import("typescript").SourceFile>} */
const parsed = new Map();

/** A source file of provider/. @param {string} file */
export function sourceOf(file) {
  const known = parsed.get(file);
  if (known) return known;
  const place = path.join(clone, "provider", file);
  const source = ts.createSourceFile(place, readFileSync(place, "utf8"), ts.ScriptTarget.ES2022, true);
  parsed.set(file, source);
  return source;
}

/** The documentation of a declaration as Markdown. @param {import("typescript").Node} node */
export function docOf(node) {
  const [comment] = /** @type {{ jsDoc?: import("typescript").Node[] }} */ (node).jsDoc?.slice(-1) ?? [];
  if (!comment) return "";
  return comment
    .getText()
    .replace(/^\/\*\*|\*\/$/g, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trimEnd())
    .join("\n")
    .replace(/^@(?:example|param)[\s\S]*/m, "")
    .replace(/\{@link (\w+)[^}]*\}/g, "`$1`")
    .replace(/`Dcs(?:Instance|Backup|Restore)Args` says/g, "The description of each input says")
    .replace(/\bDcs(Instance|Backup|Restore)\b/g, "$1")
    .replace(/Reference: (\S+)/g, "[Reference]($1)")
    .trim();
}

/** The interfaces and classes of a file. @param {string} file */
const typesIn = (file) =>
  sourceOf(file).statements.filter((each) => ts.isInterfaceDeclaration(each) || ts.isClassDeclaration(each));

/** The names of what a type extends. @param {ReturnType<typeof typesIn>[number]} type */
const basesOf = ({ heritageClauses = ts.factory.createNodeArray() }) =>
  heritageClauses.flatMap(({ types }) => types.map(({ expression }) => expression.getText()));

/**
 * The declared members of an interface or a class, by name, and of those of its file that it extends.
 *
 * @param {string} file @param {string} name
 */
export function membersOf(file, name) {
  /** @type {Record<string, Member>} */
  const found = {};
  const types = typesIn(file);
  for (const statement of types) {
    if (statement.name?.text !== name) continue;
    const bases = basesOf(statement).filter((base) => types.some((each) => each.name?.text === base));
    Object.assign(found, ...bases.map((base) => membersOf(file, base)));
    for (const member of statement.members) {
      if (!member.name || !ts.isIdentifier(member.name)) continue;
      const isField = ts.isPropertySignature(member) || ts.isPropertyDeclaration(member);
      if (!isField && !ts.isGetAccessor(member)) continue;
      const optional = ts.isPropertySignature(member) && member.questionToken !== undefined;
      found[member.name.text] = { doc: docOf(member), type: member.type, optional };
    }
  }
  if (Object.keys(found).length === 0) throw new Error(`${file} declares no ${name}`);
  return found;
}

/** The documentation of an exported class, interface or constant. @param {string} file @param {string} name */
export function docOfExport(file, name) {
  for (const statement of sourceOf(file).statements) {
    const names = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map((each) => each.name.getText())
      : [/** @type {{ name?: import("typescript").Identifier }} */ (statement).name?.text];
    if (names.includes(name)) return docOf(statement);
  }
  throw new Error(`${file} exports no ${name}`);
}
