import path from "node:path";
import ts from "typescript";

const root = path.resolve(__dirname, "../..");
const file = path.join(root, "generated.ts");

// Pulumi's declarations are large; they are read once for all programs of a test file.
const read = new Map<string, ts.SourceFile | undefined>();
let previous: ts.Program | undefined;

/** An error of the compiler: the line from 0, the words that it underlines, and what it says. */
export interface Problem {
  readonly line: number;
  readonly at: string;
  readonly says: string;
}

/** What the TypeScript compiler says of a program in this package's own project, with its strictness. */
export const compile = (text: string): string[] => problemsOf(text).map(({ says }) => says);

/** The same, with the place of each error. */
export function problemsOf(text: string): Problem[] {
  const { config } = ts.readConfigFile(path.join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: ["generated.ts"] }, ts.sys, root);
  const host = ts.createCompilerHost({ ...options, noEmit: true });
  const { fileExists } = host;
  const getSourceFile = host.getSourceFile.bind(host);
  host.fileExists = (name) => path.resolve(name) === file || fileExists(name);
  host.getSourceFile = (name, version, ...more) => {
    if (path.resolve(name) === file) return ts.createSourceFile(name, text, version);
    if (!read.has(name)) read.set(name, getSourceFile(name, version, ...more));
    return read.get(name);
  };
  previous = ts.createProgram([file], options, host, previous);
  const own = previous.getSourceFile(file);
  const problems = [...previous.getSyntacticDiagnostics(own), ...previous.getSemanticDiagnostics(own)];
  return problems.map(({ start = 0, length = 0, messageText }) => ({
    line: text.slice(0, start).split("\n").length - 1,
    at: text.slice(start, start + length),
    says: ts.flattenDiagnosticMessageText(messageText, "\n"),
  }));
}
