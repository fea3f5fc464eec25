import { readFileSync } from "node:fs";
import path from "node:path";
import { parseDocument } from "yaml";
import { CI_ONLY, type Job, type Step, texts } from "./job";

type Values = Readonly<Record<string, unknown>>;

interface RawStep {
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly env?: Values;
}

interface Workflow {
  readonly env?: Values;
  readonly jobs: Readonly<Record<string, { readonly env?: Values; readonly steps: readonly RawStep[] }>>;
}

const WHEN: Readonly<Record<string, Step["when"]>> = { "always()": "always", "failure()": "failure" };

function whenOf(step: RawStep, job: string): Step["when"] {
  if (step.if === undefined) return "success";
  const when = WHEN[step.if];
  if (when === undefined) throw new Error(`${job}: no way to decide "if: ${step.if}" here`);
  return when;
}

/** A comment behind `run: ...` on the same line belongs to YAML, not to the script. */
function scriptOf(step: RawStep & { comment?: string }): string {
  return step.comment === undefined ? (step.run ?? "") : `${step.run} #${step.comment}`;
}

/** The jobs of a workflow, by their names in the file. Steps that use an action are left out. */
export function githubJobs(file: string): Record<string, Job> {
  const document = parseDocument(readFileSync(file, "utf8"));
  if (document.errors.length > 0) throw document.errors[0];
  const workflow = document.toJS() as Workflow;
  const jobs = Object.entries(workflow.jobs).map(([id, job]): [string, Job] => {
    const name = `${path.basename(file)}: ${id}`;
    const steps = job.steps.flatMap((step, at) => {
      if (step.run === undefined) return [];
      const node = document.getIn(["jobs", id, "steps", at, "run"], true) as { comment?: string | null };
      const script = scriptOf({ ...step, comment: node.comment ?? undefined });
      return [{ name: step.name ?? step.run, script, env: texts(step.env), when: whenOf(step, name) }];
    });
    return [id, { name, steps, env: { ...texts(workflow.env), ...texts(job.env) } }];
  });
  return Object.fromEntries(jobs);
}

const EXPRESSION = /\$\{\{\s*(.+?)\s*\}\}/g;

/**
 * A text with GitHub's expressions replaced by their values.
 *
 * @throws for an expression without a value here.
 */
export function evaluated(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(EXPRESSION, (_, expression: string) => {
    const value = values[expression];
    if (value === undefined)
      throw new Error(`the expression "${expression}" has no value here; ${CI_ONLY} may be missing`);
    return value;
  });
}
