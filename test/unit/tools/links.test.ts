import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const clone = path.join(__dirname, "../../..");

const node = (script: string, ...options: string[]) =>
  spawnSync(process.execPath, [path.join(clone, script), ...options], { encoding: "utf8" });

const check = (...folder: string[]) => node("tools/site/check-links.mjs", ...folder);

test("every link in README, docs and the other Markdown leads to a file, and its anchor to a heading", () => {
  const { status, stdout } = check();
  expect(stdout).toMatch(/^\d{2,} files, 0 broken links$/m);
  expect(status).toBe(0);
});

test("every page of the docs site finds its sections, and each of its links leads to a page or a file", () => {
  const { status, stdout, stderr } = node("tools/site/check-pages.mjs");
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^\d{2,} pages$/m);
  expect(status).toBe(0);
});

test("a missing file and a missing heading are named, and links in code are left alone", () => {
  const place = mkdtempSync(path.join(tmpdir(), "links-"));
  try {
    writeFileSync(
      path.join(place, "one.md"),
      [
        "# One",
        "## A `setting`, or two",
        "[here](#a-setting-or-two) [there](two.md#twice-1) [web](https://example.com/#x)",
        "[gone](three.md) [`code`](two.md#thrice)",
        "`[in code](four.md)`",
        "```md",
        "[in a fence](five.md)",
        "```",
      ].join("\n"),
    );
    writeFileSync(path.join(place, "two.md"), "# Two\n\n## Twice\n\n## Twice\n");
    const { status, stdout } = check(place);
    expect(stdout.trim().split("\n")).toEqual([
      "one.md: three.md: no such file",
      "one.md: two.md#thrice: no such heading",
      "2 files, 2 broken links",
    ]);
    expect(status).toBe(1);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});
