import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { parse } from "yaml";
import { evaluated, githubJobs } from "../../pipelines/read/github";
import { gitlabJobs } from "../../pipelines/read/gitlab";
import type { Job } from "../../pipelines/read/job";
import { PIPELINES } from "../../pipelines/read/pipelines";
import { type Call, callsOf } from "../../pipelines/words/dry-run";

const clone = path.resolve(__dirname, "../../..");
const folder = path.join(clone, "examples/pipelines");
const workflows = readdirSync(path.join(folder, "github"));

const jobs: Job[] = [
  ...workflows.flatMap((file) => Object.values(githubJobs(path.join(folder, "github", file)))),
  ...Object.values(gitlabJobs(path.join(folder, "gitlab/.gitlab-ci.yml"))),
];

const printed = async (...[program = "", ...words]: Call): Promise<string> =>
  (await promisify(execFile)(program, words)).stdout;

const helps = new Map<string, Promise<string>>();

/** The help of a command, asked once. */
function helpOf(...command: Call): Promise<string> {
  const key = command.join(" ");
  const help = helps.get(key) ?? printed(...command, "--help");
  helps.set(key, help);
  return help;
}

const isOption = (word: string): boolean => /^--?[a-z]/.test(word);

/** Whether a help is that of the command, by its name or by one of its aliases, and not of what stands before it. */
function isHelpOf(command: Call, help: string): boolean {
  const usage = /^Usage:\n\s+pulumi (.+)/m.exec(help)?.[1]?.split(" ") ?? [];
  const aliases = /^Aliases:\n\s+(.+)/m.exec(help)?.[1]?.split(", ") ?? [];
  const named = usage[command.length - 1];
  return named !== undefined && (named === command.at(-1) || aliases.includes(command.at(-1) ?? ""));
}

/** The words of a call that name the command of `pulumi`, e.g. `stack select`. */
function commandOf(words: Call, groups: ReadonlySet<string>): Call {
  const [first = "", second = ""] = words;
  return groups.has(first) ? [first, second] : [first];
}

/** What a call of `pulumi` names that the CLI does not have. */
async function unknownOf(call: Call): Promise<string[]> {
  const command = commandOf(call.slice(1), new Set(["stack", "config"]));
  const help = await helpOf("pulumi", ...command);
  const options = call.filter(isOption).map((word) => word.split("=")[0] ?? "");
  const missing = options.filter((option) => !new RegExp(`(^|\\s)${option}(?![\\w-])`, "m").test(help));
  // For a word that it does not know, the CLI prints the help of what stands before it.
  return [...(isHelpOf(command, help) ? [] : [`pulumi ${command.join(" ")}`]), ...missing];
}

test.each(jobs.map((job) => [job.name, job] as const))(
  "%s calls only programs, commands and options that exist",
  async (_, job) => {
    const calls = await callsOf(job);
    const ours = JSON.parse(readFileSync(path.join(clone, "package.json"), "utf8"));
    const commands = new Set([...Object.keys(ours.bin), ...Object.keys(ours.devDependencies)]);
    const npx = calls.filter(([program]) => program === "npx").map(([, command]) => command);
    expect(npx.filter((command = "") => !commands.has(command))).toEqual([]);
    const pulumi = calls.filter(([program]) => program === "pulumi");
    expect((await Promise.all(pulumi.map(unknownOf))).flat()).toEqual([]);
    expect(pulumi.length).toBeGreaterThan(0);
  },
);

test("a workflow says in which shell it runs and what it may do, and installs a version of the CLI", () => {
  for (const file of workflows) {
    const workflow = parse(readFileSync(path.join(folder, "github", file), "utf8"));
    expect({ file, shell: workflow.defaults?.run?.shell }).toEqual({ file, shell: "bash" });
    expect(workflow.permissions).toMatchObject({ contents: "read" });
    for (const { steps } of Object.values<{ steps: { uses?: string; with?: Record<string, unknown> }[] }>(
      workflow.jobs,
    )) {
      expect(steps.find(({ uses }) => uses?.startsWith("pulumi/actions@"))?.with?.["pulumi-version"]).toBe("3.259.0");
    }
  }
});

test("what changes a stack never runs beside another run of the same stack", () => {
  const { deploy, drift, recover } = Object.fromEntries(
    ["deploy", "nightly", "recover"].map((name) => [
      name === "nightly" ? "drift" : name,
      parse(readFileSync(path.join(folder, `github/${name}.yml`), "utf8")).concurrency,
    ]),
  );
  expect(deploy).toEqual({ group: "pulumi-prod", "cancel-in-progress": false });
  expect(drift).toEqual(deploy);
  expect(evaluated(recover.group, { "inputs.stack": "prod" })).toBe("pulumi-prod");
  const gitlab = parse(readFileSync(path.join(folder, "gitlab/.gitlab-ci.yml"), "utf8"));
  expect([gitlab.deploy.resource_group, gitlab.drift.resource_group]).toEqual(["pulumi-prod", "pulumi-prod"]);
  expect(gitlab.recover.resource_group.replace("$STACK", gitlab.recover.variables.STACK)).toBe("pulumi-prod");
});

test("both systems have every part", () => {
  expect(Object.keys(PIPELINES.github())).toEqual(Object.keys(PIPELINES.gitlab()));
});
