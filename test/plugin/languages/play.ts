import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { type Emulator, startEmulator } from "../../../emulator";
import { modifyingCalls } from "../../engine/support/calls";
import { PLUGIN } from "../support/yaml-stack";
import { type Answer, Driver } from "./driver";
import { LIFE, type Seen, type Step } from "./life";

const QUIET: Seen = {
  failed: false,
  changes: {},
  calls: [],
  instances: 1,
  instance: "same",
  description: undefined,
  says: true,
  outputs: true,
};

/** Nothing is given out by a preview, and by a stack without resources. */
const outputsAre = ({ command }: Step, { outputs }: Answer, [instance]: ReturnType<Emulator["instances"]>): boolean => {
  if (command === "preview" || command === "destroy") return true;
  const { id, endpoint, url, flavors } = outputs;
  return (
    instance !== undefined &&
    id?.value === instance.id &&
    endpoint?.value === `${instance.ip}:${instance.port}` &&
    url?.secret === true &&
    String(url.value).includes(String(endpoint.value)) &&
    Number(flavors?.value) > 0
  );
};

/** One line on a step; a step that is not as expected says what was, and what Pulumi printed. */
function line(language: string, { title }: Step, seen: Seen, wanted: Seen, ms: number, output: string): string {
  const { changes, calls, instances, instance } = seen;
  const done = Object.entries(changes).map(([op, count]) => `${count} ${op}`);
  const told = `${done.join(", ") || "no change"}; ${calls.join(", ") || "no call"}; ${instances} instances, ${instance}`;
  const isGood = isDeepStrictEqual(seen, wanted);
  const said = `${isGood ? "ok    " : "FAILED"} ${language}: ${title}: ${told} (${(ms / 1_000).toFixed(1)} s)`;
  if (isGood) return said;
  return `${said}\n  expected ${JSON.stringify(wanted)}\n  seen     ${JSON.stringify(seen)}\n${output}`;
}

/** Plays the life of a cache in a language and says each step; returns how many were not as expected. */
export async function play(language: string, program: readonly string[], say: (line: string) => void): Promise<number> {
  const dcs = await startEmulator({ redis: false, createMs: 300, deleteMs: 200 });
  const home = await mkdtemp(path.join(tmpdir(), "otc-languages-"));
  const driver = Driver.start(program, {
    ...dcs.env,
    PULUMI_BACKEND_URL: `file://${home}`,
    PULUMI_CONFIG_PASSPHRASE: randomBytes(8).toString("hex"),
    PATH: `${PLUGIN}${path.delimiter}${process.env.PATH}`,
  });
  const calls = modifyingCalls(dcs);
  let failures = 0;
  try {
    for (const step of LIFE) {
      const before = dcs.instances()[0]?.id ?? "";
      await step.before?.(dcs, before);
      // A change by somebody else is no call of the provider.
      calls();
      const { importId } = step.declared ?? {};
      const since = Date.now();
      const answer = await driver.run(step.command, { ...step.declared, ...(importId ? { importId: before } : {}) });
      const instances = dcs.instances();
      const [instance] = instances;
      const seen: Seen = {
        failed: answer.failed,
        changes: answer.changes,
        calls: calls().map(({ call }) => call),
        instances: instances.length,
        instance: instance === undefined ? "none" : instance.id === before ? "same" : "new",
        description: instance?.description || undefined,
        says: step.prints?.test(answer.output) ?? true,
        outputs: outputsAre(step, answer, instances),
      };
      const wanted = { ...QUIET, ...step.expected };
      if (!isDeepStrictEqual(seen, wanted)) failures++;
      say(line(language, step, seen, wanted, Date.now() - since, answer.output));
    }
    return failures;
  } finally {
    driver.end();
    await rm(home, { recursive: true, force: true });
    await dcs.close();
  }
}
