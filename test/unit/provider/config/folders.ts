import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const made: string[] = [];

/** A program's directory with these files in it, and a home; a name that begins with `~/` goes there. */
export function withFiles(files: Readonly<Record<string, string>>): { cwd: string; home: string } {
  const folder = mkdtempSync(path.join(tmpdir(), "dcs-clouds-"));
  made.push(folder);
  const [cwd, home] = [path.join(folder, "program"), path.join(folder, "home")];
  for (const place of [cwd, home]) mkdirSync(place);
  for (const [name, content] of Object.entries(files)) {
    const file = name.startsWith("~/") ? path.join(home, name.slice(2)) : path.join(cwd, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return { cwd, home };
}

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
