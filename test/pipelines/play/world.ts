import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { type Emulator, startEmulator } from "../../../emulator";
import type { Job } from "../read/job";
import { objectStore } from "./object-store";
import { checkout, repository } from "./repository";
import { type Place, type Result, RunningJob } from "./run-job";

/** For the local DCS only. */
const PASSPHRASE = "passphrase-of-this-run-only";
const PASSWORD = "Kettle-7-of-this-run-only";

/** The number of the pull request or merge request. */
export const REQUEST = "7";

/** What stands around a team's pipeline: the service, the state, the repository, the secrets. */
export interface World {
  readonly dcs: Emulator;
  /** Where the state lies, as `pulumi login` takes it. */
  readonly backend: string;
  /** What no job may print. */
  readonly secrets: readonly string[];
  start(job: Job, inputs?: { readonly stack?: string }): Promise<RunningJob>;
  run(job: Job, inputs?: { readonly stack?: string }): Promise<Result>;
  close(): Promise<void>;
}

const CREATING = 4_000;

export async function openWorld(): Promise<World> {
  const folder = await mkdtemp(path.join(tmpdir(), "pipelines-"));
  const dcs = await startEmulator({ createMs: CREATING, deleteMs: 300, redis: false });
  const { OS_ACCESS_KEY = "", OS_SECRET_KEY = "", OS_SECURITY_TOKEN = "" } = dcs.signIn.temporaryKeys;
  const state = path.join(folder, "state");
  await mkdir(state);
  const store = await objectStore(state, { id: OS_ACCESS_KEY, secret: OS_SECRET_KEY });
  const backend = store?.url ?? `file://${state}`;
  const secrets = { PULUMI_CONFIG_PASSPHRASE: PASSPHRASE, OS_ACCESS_KEY, OS_SECRET_KEY, OS_SECURITY_TOKEN };
  const team = await repository(folder);
  await setUp(team, folder, {
    ...secrets,
    PULUMI_BACKEND_URL: backend,
    PULUMI_SKIP_UPDATE_CHECK: "true",
    AWS_ACCESS_KEY_ID: OS_ACCESS_KEY,
    AWS_SECRET_ACCESS_KEY: OS_SECRET_KEY,
  });

  /** What one set up once: the stack with its configuration, which is committed. */
  async function setUp(cwd: string, home: string, env: Record<string, string>): Promise<void> {
    const settings = [
      ["otc:region", "eu-de"],
      ["otc:projectName", "eu-de_shop"],
      ["otc:authUrl", `${dcs.url}/v3`],
      ["otc:dcsEndpoint", dcs.url],
      ["--secret", "cachePassword", PASSWORD],
    ];
    const commands = [["stack", "init", "prod"], ...settings.map((words) => ["config", "set", "-s", "prod", ...words])];
    for (const command of commands) {
      const options = { cwd, env: { PATH: process.env.PATH, HOME: home, ...env } };
      await promisify(execFile)("pulumi", [...command, "--non-interactive"], options);
    }
  }

  async function start(job: Job, { stack = "prod" } = {}): Promise<RunningJob> {
    const place: Place = {
      checkout: await checkout(team, folder),
      // GitLab's variables, those that a team sets and those of the system. GitHub's jobs name what they want.
      variables: job.name.startsWith(".gitlab-ci.yml")
        ? { ...secrets, PULUMI_BACKEND_URL: backend, CI_MERGE_REQUEST_IID: REQUEST }
        : {},
      expressions: {
        "vars.PULUMI_BACKEND_URL": backend,
        ...Object.fromEntries(Object.entries(secrets).map(([name, value]) => [`secrets.${name}`, value])),
        "github.event.pull_request.number": REQUEST,
        "github.token": "",
        "inputs.stack": stack,
      },
    };
    // GitLab takes it as a variable of the pipeline, which has priority over the file.
    const env = job.env.STACK === "prod" ? { ...job.env, STACK: stack } : job.env;
    return new RunningJob({ ...job, env }, place);
  }

  return {
    dcs,
    backend,
    secrets: [PASSPHRASE, PASSWORD, OS_SECRET_KEY, OS_SECURITY_TOKEN],
    start,
    run: async (job, inputs) => (await start(job, inputs)).done,
    async close() {
      await Promise.all([dcs.close(), store?.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
