import path from "node:path";
import { githubJobs } from "./github";
import { gitlabJobs } from "./gitlab";
import type { Job } from "./job";

/** The parts that a team's pipeline has on either system. */
export type Part = "test" | "preview" | "deploy" | "drift" | "environment" | "remove" | "recover";

export type SystemName = "github" | "gitlab";

const FOLDER = path.resolve(__dirname, "../../../examples/pipelines");

const github = (file: string, job: string): Job => {
  const found = githubJobs(path.join(FOLDER, "github", file))[job];
  if (found === undefined) throw new Error(`${file} has no job ${job}`);
  return found;
};

const gitlab = (job: string): Job => {
  const found = gitlabJobs(path.join(FOLDER, "gitlab/.gitlab-ci.yml"))[job];
  if (found === undefined) throw new Error(`.gitlab-ci.yml has no job ${job}`);
  return found;
};

/** Where each part stands. */
export const PIPELINES: Readonly<Record<SystemName, () => Readonly<Record<Part, Job>>>> = {
  github: () => ({
    test: github("test.yml", "test"),
    preview: github("preview.yml", "preview"),
    deploy: github("deploy.yml", "deploy"),
    drift: github("nightly.yml", "drift"),
    environment: github("preview-environment.yml", "up"),
    remove: github("preview-environment.yml", "destroy"),
    recover: github("recover.yml", "recover"),
  }),
  gitlab: () => ({
    test: gitlab("test"),
    preview: gitlab("preview"),
    deploy: gitlab("deploy"),
    drift: gitlab("drift"),
    environment: gitlab("environment"),
    remove: gitlab("remove-environment"),
    recover: gitlab("recover"),
  }),
};
