import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { descendantsOf } from "../../engine/support/processes";
import { evaluated } from "../read/github";
import { type Job, runnable, type Step } from "../read/job";

type Texts = Readonly<Record<string, string>>;

/** What a job finds where it runs. */
export interface Place {
  /** Its checkout. The folder beside it is the job's own, its home included. */
  readonly checkout: string;
  /** Variables that the system sets by itself. */
  readonly variables: Texts;
  /** Values of GitHub's expressions. */
  readonly expressions: Texts;
}

/** What became of a job. */
export interface Result {
  readonly failed: boolean;
  /** All that was printed, both streams. */
  readonly output: string;
  /** A file of the checkout, or an empty text. */
  read(name: string): Promise<string>;
  /** What GitHub shows on the page of the run. */
  readonly summary: string;
}

/** @param id A process, or a group of processes if it is negative. */
function end(id: number): void {
  try {
    process.kill(id, "SIGKILL");
  } catch {
    // Nothing of it is left.
  }
}

const textOf = (file: string): Promise<string> => readFile(file, "utf8").catch(() => "");

/** `NAME=value` lines, as a step appends them to the file that `GITHUB_ENV` names. */
const variablesIn = (text: string): Texts =>
  Object.fromEntries([...text.matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]));

const resolved = (env: Texts, expressions: Texts): Texts =>
  Object.fromEntries(Object.entries(env).map(([name, value]) => [name, evaluated(value, expressions)]));

/** A job that runs: its steps in shells of their own, with a clean environment. */
export class RunningJob {
  private readonly shells: ChildProcess[] = [];
  private killed = false;
  private readonly own: string;
  readonly done: Promise<Result>;

  constructor(
    private readonly job: Job,
    private readonly place: Place,
  ) {
    this.own = path.dirname(place.checkout);
    this.done = this.run();
  }

  /** What has been printed so far. */
  get printed(): string {
    try {
      return readFileSync(this.file("output"), "utf8");
    } catch {
      return "";
    }
  }

  /** Ends everything at once, as when the runner goes away. Pulumi's plugins are in process groups of their own. */
  async kill(): Promise<void> {
    this.killed = true;
    const below = await Promise.all(this.shells.map(({ pid = 0 }) => descendantsOf(pid)));
    this.endProcesses();
    for (const id of below.flat()) end(id);
  }

  private file = (name: string): string => path.join(this.own, name);

  private endProcesses(): void {
    for (const { pid } of this.shells) if (pid !== undefined) end(-pid);
  }

  private async run(): Promise<Result> {
    await mkdir(this.file("home"), { recursive: true });
    let failed = false;
    for (const [at, step] of this.job.steps.entries()) {
      const due = step.when === "always" || (step.when === "failure") === failed;
      if (!due || this.killed || runnable(step.script).trim() === "") continue;
      if ((await this.shell(step, at)) !== 0) failed = true;
    }
    // What a step left running ends with its job.
    this.endProcesses();
    const output = await textOf(this.file("output"));
    const read = (name: string) => textOf(path.join(this.place.checkout, name));
    return { failed: failed || this.killed, output, read, summary: await textOf(this.file("summary")) };
  }

  private async shell(step: Step, at: number): Promise<number> {
    const script = this.file(`step-${at}.sh`);
    await writeFile(script, runnable(evaluated(step.script, this.place.expressions)));
    const written = variablesIn(await textOf(this.file("variables")));
    const output = openSync(this.file("output"), "a");
    const child = spawn("bash", ["--noprofile", "--norc", "-eo", "pipefail", script], {
      cwd: this.place.checkout,
      detached: true,
      stdio: ["ignore", output, output],
      env: {
        PATH: process.env.PATH,
        HOME: this.file("home"),
        ...this.place.variables,
        ...resolved(this.job.env, this.place.expressions),
        ...written,
        ...resolved(step.env, this.place.expressions),
        GITHUB_ENV: this.file("variables"),
        GITHUB_STEP_SUMMARY: this.file("summary"),
      },
    });
    closeSync(output);
    this.shells.push(child);
    return new Promise((ended, broken) => {
      child.once("error", broken);
      child.once("exit", (code) => ended(code ?? 1));
    });
  }
}
