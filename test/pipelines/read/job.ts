/** A piece of shell text that one shell runs. */
export interface Step {
  readonly name: string;
  readonly script: string;
  /** Environment as written in the file; GitHub's expressions are still in it. */
  readonly env: Readonly<Record<string, string>>;
  /** When it runs: after success, always, or after a failure. */
  readonly when: "success" | "always" | "failure";
}

/** One job of a pipeline, as far as this repository can run it. */
export interface Job {
  /** `<file>: <job>`, for messages. */
  readonly name: string;
  readonly steps: readonly Step[];
  readonly env: Readonly<Record<string, string>>;
}

/** The end of a line that only a real pipeline can run: it posts a comment, or installs what is here already. */
export const CI_ONLY = "# CI only";

/** The script without the lines that only a real pipeline can run. */
export const runnable = (script: string): string =>
  script
    .split("\n")
    .filter((line) => !line.trimEnd().endsWith(CI_ONLY))
    .join("\n");

export const texts = (values: Readonly<Record<string, unknown>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
