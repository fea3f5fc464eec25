import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { run } from "../../../terraform/command";
import { PASSWORD, stateOf, v2 } from "./states";

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "terraform-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const file = (name: string, content: unknown): string => {
  const place = path.join(home, name);
  writeFileSync(place, typeof content === "string" ? content : JSON.stringify(content));
  return place;
};

function command(argv: readonly string[], env: Record<string, string> = {}) {
  const written = { printed: "", said: "" };
  const code = run(argv, {
    env,
    print: (text) => {
      written.printed += text;
    },
    say: (text) => {
      written.said += text;
    },
  });
  return { code, ...written };
}

test("the program goes to standard output, and what to type to people", () => {
  const { code, printed, said } = command(["import-terraform", file("state.json", stateOf([v2()]))]);
  expect(code).toBe(0);
  expect(printed).toContain('new DcsInstance("sessions", {');
  expect(said).toBe(
    "1 cache carried over.\nSet the secrets; each command asks for the value:\n    pulumi config set --secret sessionsPassword\n",
  );
});

test("--out writes a new file, and never over an existing one", () => {
  const state = file("state.json", stateOf([v2()]));
  const out = path.join(home, "index.ts");
  expect(command(["import-terraform", state, "--out", out])).toMatchObject({ code: 0, printed: "" });
  const text = readFileSync(out, "utf8");
  expect(text).toContain("new DcsInstance");
  writeFileSync(out, "mine");
  expect(command(["import-terraform", state, "--out", out])).toMatchObject({
    code: 1,
    said: `otc-dcs: ${out} exists: name a new file.\n`,
  });
  expect(readFileSync(out, "utf8")).toBe("mine");
});

test("in a directory it runs terraform show -json", () => {
  const state = file("state.json", stateOf([v2()]));
  const script = file(
    "terraform",
    `#!/bin/sh\n[ "$1 $2" = "show -json" ] && read -r line < "${state}"; echo "$line"\n`,
  );
  chmodSync(script, 0o755);
  expect(command(["import-terraform", home], { PATH: home })).toMatchObject({
    code: 0,
    printed: expect.stringContaining("new DcsInstance"),
  });
});

test("what terraform says when it fails is shown", () => {
  chmodSync(file("terraform", "#!/bin/sh\necho 'Error: Backend initialization required' >&2; exit 1\n"), 0o755);
  const { code, said } = command(["import-terraform", home], { PATH: home });
  expect(code).toBe(1);
  expect(said).toMatch(/^otc-dcs: `terraform show -json` failed in .*: Error: Backend initialization required\n$/);
});

test("a directory without Terraform on PATH is refused in words", () => {
  const { code, said } = command(["import-terraform", home], { PATH: home });
  expect(code).toBe(1);
  expect(said).toMatch(/^otc-dcs: .* is a directory, and terraform and tofu are not on PATH: .*\n$/);
});

test.each([
  ["no JSON", `password = "${PASSWORD}"`, "is not JSON"],
  ["a list", [], "is not a Terraform state"],
  ["another object", { password: PASSWORD }, "is not a Terraform state"],
  ["a plan", { format_version: "1.2", resource_changes: [], planned_values: {} }, "is a plan"],
  [
    "terraform.tfstate",
    { version: 4, serial: 1, lineage: "x", resources: [] },
    "is a state file as Terraform stores it",
  ],
])("a file with %s is one clear error that quotes nothing of it", (_, content, words) => {
  const { code, printed, said } = command(["import-terraform", file("wrong.json", content)]);
  expect({ code, printed }).toEqual({ code: 1, printed: "" });
  expect(said.trim().split("\n")).toHaveLength(1);
  expect(said).toContain(`wrong.json ${words}`);
  expect(said).toContain("give the output of `terraform show -json`");
  expect(said).not.toContain(PASSWORD);
});

test("a file that does not exist is named, and no output is written", () => {
  const out = path.join(home, "index.ts");
  const { code, said } = command(["import-terraform", path.join(home, "missing.json"), "--out", out]);
  expect(code).toBe(1);
  expect(said).toContain("missing.json does not exist");
  expect(existsSync(out)).toBe(false);
});

test.each([
  [[], "a command is missing: the only one is import-terraform"],
  [["export"], '"export" is no command'],
  [["import-terraform"], "give one state file or one directory"],
  [["import-terraform", "a", "b"], "give one state file or one directory"],
])("%j is refused in words", (argv, words) => {
  const { code, said } = command(argv);
  expect(code).toBe(1);
  expect(said).toContain(words);
});

test("--help says what it takes, and calls nothing", () => {
  const { code, printed, said } = command(["--help"]);
  expect({ code, said }).toEqual({ code: 0, said: "" });
  expect(printed).toContain("otc-dcs import-terraform <state.json | directory> [--out FILE]");
});
