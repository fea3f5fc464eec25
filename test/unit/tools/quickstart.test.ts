import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const clone = path.join(__dirname, "../../..");

/** Runs statements in a process of their own, with the tool's modules at hand, and nothing but a pipe around it. */
function play(imports: string, statements: string, input = ""): SpawnSyncReturns<string> {
  const [names, file] = imports.split(" from ");
  const code = `
    import { ${names} } from "./tools/quickstart/${file}.mjs";
    import { main } from "./tools/setup/say.mjs";
    await main(async () => { ${statements} });`;
  return spawnSync(process.execPath, ["--input-type=module", "-e", code], {
    cwd: clone,
    input,
    encoding: "utf8",
    timeout: 8_000,
  });
}

const asked = (isTerminal: boolean, input: string) =>
  play(
    "mayLose from consent",
    `const interruption = new AbortController().signal;
     const may = await mayLose("1 resource would be replaced", { isTerminal: ${isTerminal}, interruption });
     console.log(may ? "GOES ON" : "STOPS"); return 0;`,
    input,
  );

describe("before a change that deletes what exists, the quickstart", () => {
  test.each([
    ["a replacement", { replace: 1, same: 1 }, "1 resource would be replaced"],
    ["a deletion", { delete: 2 }, "2 resources would be deleted"],
    ["both", { replace: 1, delete: 1 }, "1 resource would be replaced, 1 resource would be deleted"],
    ["a change in place", { update: 1, same: 1 }, "nothing"],
    ["a creation", { create: 2 }, "nothing"],
  ])("names the loss of %s", (_, summary, loss) => {
    const { stdout } = play(
      "lossOf from consent",
      `console.log(lossOf(${JSON.stringify(summary)}) ?? "nothing"); return 0;`,
    );
    expect(stdout.trim()).toBe(loss);
  });

  test.each(["y", "Yes"])("goes on when a terminal answers %s", (answer) => {
    const { stdout } = asked(true, `${answer}\n`);
    expect(stdout).toContain("1 resource would be replaced; the data of a cache goes with it");
    expect(stdout).toContain("GOES ON");
  });

  test.each(["n\n", "\n", "yesterday\n", ""])("changes nothing when a terminal answers %j", (answer) => {
    const { stdout } = asked(true, answer);
    expect(stdout).toContain("Nothing was changed");
    expect(stdout).toContain("STOPS");
  });

  test("does not wait for an answer where nobody can be asked: it stops and says what to do", () => {
    const { status, stdout, stderr } = asked(false, "y\n");
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain("Nothing was changed: 1 resource would be replaced");
    expect(stderr).toContain("npm run quickstart -- --yes");
    expect(stderr).toContain("take the change back");
  });
});

describe("the line for a Redis client", () => {
  test("opens the cache with the password from its file, which a shell reads whatever the path", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "it's a place "));
    try {
      const file = path.join(folder, "cache-password");
      writeFileSync(file, "a$b `c` 'd'");
      const { stdout } = play(
        "redisCliLine from redis-cli",
        `console.log(await redisCliLine("127.0.0.9:6380", ${JSON.stringify(file)})); return 0;`,
      );
      expect(stdout).not.toContain("a$b");
      expect(stdout).toMatch(/(redis|valkey)-cli -h 127\.0\.0\.9 -p 6380\n$/);
      const line = stdout.trim().replace(/\w+-cli.*/, `sh -c 'printf %s "$REDISCLI_AUTH"'`);
      expect(spawnSync("sh", ["-c", line], { encoding: "utf8" }).stdout).toBe("a$b `c` 'd'");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test("holds no password where the program sets one of its own", () => {
    const { stdout } = play(
      "redisCliLine from redis-cli",
      `console.log(await redisCliLine("127.0.0.9:6380", undefined)); return 0;`,
    );
    expect(stdout).toMatch(/^(redis|valkey)-cli -h 127\.0\.0\.9 -p 6380\n$/);
  });
});

describe("at its end the quickstart", () => {
  test("lists what the program exports and nothing else, secrets hidden", () => {
    const outputs = {
      endpoint: { value: "127.0.0.9:6379", secret: false },
      zones: { value: ["eu-de-01"], secret: false },
      connection: { value: "redis://x", secret: true },
    };
    const { stdout } = play("showOutputs from guide", `showOutputs(${JSON.stringify(outputs)}); return 0;`);
    expect(stdout.split("\n").slice(1, -1)).toEqual([
      "    endpoint      127.0.0.9:6379",
      '    zones         ["eu-de-01"]',
      "    connection    [secret]",
    ]);
  });

  test("copes with a program that exports nothing", () => {
    const { stdout } = play("showOutputs from guide", "showOutputs({}); return 0;");
    expect(stdout).toBe("> The program exports nothing\n");
  });

  test.each([
    [false, "because the output is not a terminal", "npm run quickstart -- --keep"],
    [true, "because you asked for that with --once", "npm run quickstart\n"],
  ])("says why it removed everything, and what to do next (--once: %s)", (once, reason, next) => {
    const { stdout } = play("farewell from guide", `farewell(${once}); return 0;`);
    expect(stdout).toContain(reason);
    expect(stdout).toContain(next);
    expect(stdout).toContain("README.md");
  });
});
