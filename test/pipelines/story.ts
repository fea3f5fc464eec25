import { match, ok, strictEqual } from "node:assert/strict";
import type { Emulator } from "../../emulator";
import type { Result, RunningJob } from "./play/run-job";
import { REQUEST, type World } from "./play/world";
import type { Job } from "./read/job";
import type { Part } from "./read/pipelines";

/** A thing that a team relies on, and what shows that it is so. */
export interface Chapter {
  readonly title: string;
  /** Returns figures for the reader. */
  readonly play: () => Promise<string>;
}

const PREVIEW_STACK = `pr-${REQUEST}`;

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));

async function until(what: string, true_: () => boolean, withinMs = 240_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!true_()) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await pause(50);
  }
}

const namesOf = (dcs: Emulator): string[] =>
  dcs
    .instances()
    .map(({ name }) => name)
    .sort();

/** The whole story of one team, on the jobs of one system. Each chapter goes on from the one before it. */
export function story(world: World, jobs: Readonly<Record<Part, Job>>): Chapter[] {
  const { dcs } = world;
  const orders = () =>
    dcs.journal.filter(({ method, path, done }) => method === "POST" && path.endsWith("/instances") && done).length;

  function judged(result: Result, outcome: "succeeds" | "fails"): Result {
    strictEqual(result.failed ? "fails" : "succeeds", outcome, result.output);
    for (const secret of world.secrets)
      ok(!`${result.output}${result.summary}`.includes(secret), "a secret was printed");
    return result;
  }
  const succeeds = async (part: Part, inputs = {}) => judged(await world.run(jobs[part], inputs), "succeeds");
  const fails = async (part: Part, inputs = {}) => judged(await world.run(jobs[part], inputs), "fails");

  const creating = (job: RunningJob) =>
    until(`a cache is being created; the job said:\n${job.printed}`, () =>
      dcs.instances().some(({ status }) => status === "CREATING"),
    );

  return [
    {
      title: "the tests pass against a local DCS of their own, and reach no other",
      async play() {
        const calls = dcs.journal.length;
        const { output } = await succeeds("test");
        match(output, /6 passed/);
        strictEqual(dcs.journal.length, calls);
        return "6 tests, then create, preview and destroy";
      },
    },
    {
      title: "preview shows the change for the comment, and changes nothing",
      async play() {
        const result = await succeeds("preview");
        const comment = await result.read("comment.md");
        match(comment, /\+ 3 to create/);
        match(comment, /whitelist/);
        strictEqual(orders(), 0);
        return `${comment.length} characters`;
      },
    },
    {
      title: "of two deployments at once, the second is told that the stack is locked; one cache is made",
      async play() {
        const first = await world.start(jobs.deploy);
        await creating(first);
        const second = await fails("deploy");
        match(second.output, /the stack is currently locked by 1 lock\(s\)/);
        judged(await first.done, "succeeds");
        strictEqual(orders(), 1);
        return "1 order, 1 cache";
      },
    },
    {
      title: "the deployment that was refused changes nothing when it is run again",
      async play() {
        const { output } = await succeeds("deploy");
        match(output, /3 unchanged/);
        strictEqual(namesOf(dcs).join(), "shop-sessions-prod");
        return "1 order, 1 cache";
      },
    },
    {
      title: "the nightly job passes while the cache is as declared",
      async play() {
        await succeeds("drift");
        return "exit code 0";
      },
    },
    {
      title: "the nightly job fails once somebody has opened the whitelist, and names it; it changes nothing",
      async play() {
        const [cache] = dcs.instances();
        dcs.tamper(cache?.id ?? "", { whitelist: { enable_whitelist: false, whitelist: [] } });
        const modifying = () =>
          dcs.journal.filter(({ method, path }) => method !== "GET" && path.includes("/instances")).length;
        const before = modifying();
        const first = await fails("drift");
        match(first.output, /whitelist was changed outside of Pulumi/);
        match(first.summary === "" ? await first.read("drift.txt") : first.summary, /no changes were expected/);
        await fails("drift");
        strictEqual(modifying(), before);
        return "twice, exit code other than 0";
      },
    },
    {
      title: "a deployment puts the whitelist back, and the nightly job passes again",
      async play() {
        await succeeds("deploy");
        strictEqual(dcs.instances()[0]?.whitelist.enable_whitelist, true);
        await succeeds("drift");
        return "exit code 0";
      },
    },
    {
      title: "a preview environment has a cache of its own, and a further push makes no second one",
      async play() {
        await succeeds("environment");
        await succeeds("environment");
        strictEqual(namesOf(dcs).join(), `shop-sessions-${PREVIEW_STACK},shop-sessions-prod`);
        strictEqual(orders(), 2);
        return "2 orders, 2 caches";
      },
    },
    {
      title: "closing the request removes the preview environment, and nothing else",
      async play() {
        await succeeds("remove");
        strictEqual(namesOf(dcs).join(), "shop-sessions-prod");
        return "1 cache";
      },
    },
    {
      title:
        "after a job whose runner went away the next one is told of the lock; the recovery goes on with the cache it ordered",
      async play() {
        const lost = await world.start(jobs.environment);
        await creating(lost);
        const [ordered] = dcs.instances().filter(({ status }) => status === "CREATING");
        await lost.kill();
        await lost.done;
        const next = await fails("environment");
        match(next.output, /the stack is currently locked by 1 lock\(s\)/);
        await succeeds("recover", { stack: PREVIEW_STACK });
        const [recovered] = dcs.instances().filter(({ name }) => name.endsWith(PREVIEW_STACK));
        strictEqual(recovered?.id, ordered?.id);
        strictEqual(recovered?.status, "RUNNING");
        const { output } = await succeeds("environment");
        match(output, /3 unchanged/);
        await succeeds("remove");
        strictEqual(namesOf(dcs).join(), "shop-sessions-prod");
        return "3 orders in all, no duplicate";
      },
    },
  ];
}
