import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

const clone = path.join(__dirname, "../../..");

// Each check runs in a process of its own, which takes long on a busy machine.
jest.setTimeout(60_000);

/** What a function of the checks finds, in a process of its own. */
function found(imports: string, call: string): string[] {
  const [name, file] = imports.split(" from ");
  const code = `
    import { readFileSync } from "node:fs";
    import { ${name} } from "./tools/release/${file}.mjs";
    const read = (file) => readFileSync(file, "utf8");
    const manifest = JSON.parse(read("package.json"));
    process.stdout.write(JSON.stringify(await (${call})));`;
  const options = { cwd: clone, encoding: "utf8", timeout: 55_000 } as const;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], options);
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout);
}

describe("before a release", () => {
  test("THIRD-PARTY-NOTICES.md names every installed package with its licence (npm run notices)", () => {
    const { status, stdout } = spawnSync(process.execPath, ["tools/release/notices.mjs", "--check"], {
      cwd: clone,
      encoding: "utf8",
    });
    expect(stdout).not.toContain("differs");
    expect(status).toBe(0);
  });

  test("the version is the same everywhere", () => {
    const call = (version: string) => `versionProblems(${version}, read)`;
    expect(found("versionProblems from checks/versions", call("manifest.version"))).toEqual([]);
    const wrong = found("versionProblems from checks/versions", call('"9.9.9"'));
    const files = ["package-lock.json", "plugin/schema.json", "README.md", "docs/guides/plugin.md"];
    for (const file of files)
      expect(wrong).toContainEqual(expect.stringMatching(`^${file} says .*, package.json 9.9.9`));
  });

  test.each([
    ["## 0.1.0 - Unreleased", false, []],
    ["## 0.1.0 - Unreleased", true, ['CHANGELOG.md calls 0.1.0 "Unreleased": give it the date, as 2027-01-31']],
    ["## 0.1.0 - 2027-01-31", true, []],
    ["## 0.0.9 - 2026-01-31", false, ["CHANGELOG.md begins with 0.0.9, not with 0.1.0"]],
  ])("a changelog that begins with %j is judged (release: %s)", (heading, isRelease, problems) => {
    const call = `changelogProblems("0.1.0", ${JSON.stringify(`# Changelog\n\n${heading}\n`)}, ${isRelease})`;
    expect(found("changelogProblems from checks/versions", call)).toEqual(problems);
  });

  test("a package that lacks a file, or has one too many, is refused", () => {
    const call = `contentProblems(["README.md", "provider/index.ts", "test/a.ts", "dist/a.js.map"], manifest)`;
    expect(found("contentProblems from checks/contents", call)).toEqual(
      expect.arrayContaining([
        "LICENSE is not in the package",
        "dist/provider/index.js is not in the package",
        "provider/index.ts is source; the package has its build",
        "test/a.ts belongs to the repository only",
        "dist/a.js.map is left over from a build",
      ]),
    );
  });

  test("a licence with conditions on programs of users is refused", () => {
    const call = `licenceProblems([{ name: "a", version: "1.0.0", license: "AGPL-3.0" }])`;
    expect(found("licenceProblems from checks/licences", call)).toEqual([
      expect.stringMatching(/^a 1\.0\.0 has the licence AGPL-3\.0/),
    ]);
  });

  test("the bill of materials lists what package-lock.json installs with the package", () => {
    const call = `sbom().then((text) => JSON.parse(text).components.map(({ name }) => name))`;
    const lock = JSON.parse(readFileSync(path.join(clone, "package-lock.json"), "utf8"));
    const names = found("sbom from sbom", call);
    expect(names).toEqual(expect.arrayContaining(Object.keys(lock.packages[""].dependencies)));
    // What the development needs as well is left out by `npm sbom --omit dev`.
    expect(names).toContain("debug");
    expect(names).not.toContain("jest");
  });

  test("the workflow runs only scripts that there are", () => {
    const { jobs } = parse(readFileSync(path.join(clone, ".github/workflows/release.yml"), "utf8"));
    const { scripts } = JSON.parse(readFileSync(path.join(clone, "package.json"), "utf8"));
    const lines: string[] = Object.values(jobs).flatMap((job) =>
      (job as { steps: Array<{ run?: string }> }).steps.map(({ run = "" }) => run),
    );
    const called = lines.flatMap((line) =>
      [...line.matchAll(/npm (?:run )?((?<=run )\S+|test)/g)].map(([, name]) => name),
    );
    expect(called).toEqual(expect.arrayContaining(["test:all", "release:check", "plugin", "sdks", "sbom"]));
    expect(called.filter((name) => scripts[name ?? ""] === undefined)).toEqual([]);
    expect(lines).toContainEqual(expect.stringContaining("npm publish --provenance"));
  });
});
