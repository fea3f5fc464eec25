import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const clone = path.join(__dirname, "../../..");

const check = (...folder: string[]) =>
  spawnSync(process.execPath, [path.join(clone, "tools/site/check-links.mjs"), ...folder], { encoding: "utf8" });

test("every link in README, docs and the other Markdown leads to a file, and its anchor to a heading", () => {
  const { status, stdout } = check();
  expect(stdout).toMatch(/^\d{2,} files, 0 broken links$/m);
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
