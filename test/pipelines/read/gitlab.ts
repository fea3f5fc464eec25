import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";
import { type Job, type Step, texts } from "./job";

interface RawJob {
  readonly extends?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly before_script?: readonly string[];
  readonly script?: readonly string[];
  readonly after_script?: readonly string[];
}

type Pipeline = Readonly<Record<string, RawJob>>;

/** Keys that GitLab does not read as jobs. */
const GLOBAL = new Set(["stages", "workflow", "default", "variables", "include"]);

/** A list item with a comment behind it: the comment belongs to YAML, and says what the line is. */
function withComments(file: string): Pipeline {
  const document = parseDocument(readFileSync(file, "utf8"));
  if (document.errors.length > 0) throw document.errors[0];
  const pipeline = document.toJS() as Record<string, Record<string, unknown>>;
  for (const [job, { before_script, script, after_script }] of Object.entries(pipeline)) {
    for (const [part, lines] of Object.entries({ before_script, script, after_script })) {
      if (!Array.isArray(lines)) continue;
      lines.forEach((line, at) => {
        const { comment } = document.getIn([job, part, at], true) as { comment?: string | null };
        if (comment) lines[at] = `${line} #${comment}`;
      });
    }
  }
  return pipeline as unknown as Pipeline;
}

/** The jobs of a pipeline by their names, with what they extend. */
export function gitlabJobs(file: string): Record<string, Job> {
  const pipeline = withComments(file);
  const jobs = Object.entries(pipeline).filter(([name]) => !GLOBAL.has(name) && !name.startsWith("."));
  return Object.fromEntries(
    jobs.map(([id, raw]): [string, Job] => {
      const job: RawJob = { ...(raw.extends === undefined ? {} : pipeline[raw.extends]), ...raw };
      const env = { ...texts(pipeline.variables as Readonly<Record<string, unknown>>), ...texts(job.variables) };
      const lines = [...(job.before_script ?? []), ...(job.script ?? [])];
      const steps: Step[] = [{ name: id, script: lines.join("\n"), env: {}, when: "success" }];
      const after = (job.after_script ?? []).join("\n");
      if (after !== "") steps.push({ name: `${id}, after it`, script: after, env: {}, when: "always" });
      return [id, { name: `.gitlab-ci.yml: ${id}`, steps, env }];
    }),
  );
}
