import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import ts from "typescript";
import { clone, main, SetupError } from "./setup/say.mjs";

/*
 * Compiles to dist/ what the package contains. Beside what `tsc` does, it keeps the package small: JavaScript without
 * comments, and only those declarations that a program can reach. Documentation for editors stands in the declarations.
 */

const dist = path.join(clone, "dist");

/** What browsers load as it is written. */
const browser = "emulator/http/page/browser";

/** @param {string} text JavaScript @returns {string} the same without comments */
function withoutComments(text) {
  const source = ts.createSourceFile("module.js", text, ts.ScriptTarget.ES2022, false, ts.ScriptKind.JS);
  const shebang = /^#!.*\n/.exec(text)?.[0] ?? "";
  const printed = ts.createPrinter({ removeComments: true }).printFile(source);
  return printed.startsWith("#!") ? printed : shebang + printed;
}

/**
 * The declarations that the package's exports name, and those which these import.
 * @param {Map<string, string>} emitted @param {readonly string[]} entries
 */
function reached(emitted, entries) {
  /** @type {Set<string>} */
  const found = new Set();
  /** @param {string} file */
  const follow = (file) => {
    const text = emitted.get(file);
    if (text === undefined || found.has(file)) return;
    found.add(file);
    for (const { fileName } of ts.preProcessFile(text).importedFiles) {
      const place = path.resolve(path.dirname(file), fileName);
      for (const each of [`${place}.d.ts`, path.join(place, "index.d.ts")]) follow(each);
    }
  };
  for (const entry of entries) follow(path.resolve(clone, entry));
  return found;
}

function compiled() {
  const config = path.join(clone, "tsconfig.build.json");
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} };
  const parsed = ts.getParsedCommandLineOfConfigFile(config, {}, host);
  if (!parsed) throw new SetupError("tsconfig.build.json cannot be read.");
  const program = ts.createProgram(parsed.fileNames, parsed.options);
  /** @type {Map<string, string>} */
  const emitted = new Map();
  program.emit(undefined, (file, text) => emitted.set(path.resolve(file), text));
  const problems = [...parsed.errors, ...ts.getPreEmitDiagnostics(program)];
  if (problems.length > 0) {
    const format = { getCanonicalFileName: String, getCurrentDirectory: () => clone, getNewLine: () => "\n" };
    throw new SetupError(ts.formatDiagnostics(problems, format));
  }
  return emitted;
}

/** What earlier builds left. @param {ReadonlySet<string>} written */
async function removeOthers(written) {
  for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && /\.(?:js|d\.ts)$/.test(file) && !written.has(file)) await rm(file);
  }
}

await main(async () => {
  const emitted = compiled();
  const { exports } = JSON.parse(await readFile(path.join(clone, "package.json"), "utf8"));
  const declared = reached(
    emitted,
    Object.values(exports).flatMap(({ types }) => types ?? []),
  );
  /** @type {Set<string>} */
  const written = new Set();
  for (const [file, text] of emitted) {
    if (file.endsWith(".d.ts") && !declared.has(file)) continue;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, file.endsWith(".js") ? withoutComments(text) : text);
    written.add(file);
  }
  await removeOthers(written);
  await rm(path.join(dist, browser), { recursive: true, force: true });
  await cp(path.join(clone, browser), path.join(dist, browser), { recursive: true });
  return 0;
});
