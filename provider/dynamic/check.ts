import { unknownKeys } from "../config/unknown-keys";
import type { Failure } from "../instance/failures";
import { liveChecks } from "../instance/live-checks";
import { tell } from "../instance/tell";
import type { InstanceInputs } from "../instance/types";
import { hasUnknown } from "../instance/unknown";
import { validate } from "../instance/validate";
import { clientFor, configProblems, settingsFor } from "./context";
import { existsInStack, noteExisting } from "./replacements";

export interface Checked {
  readonly inputs: Partial<InstanceInputs>;
  readonly failures: Failure[];
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" && !hasUnknown(value) ? value : undefined;

function configFailures(inputs: Partial<InstanceInputs>): Failure[] {
  const target = { region: text(inputs.region), projectId: text(inputs.projectId) };
  const problems = [...unknownKeys(), ...configProblems(target)];
  return problems.map(({ message }) => ({ property: "", reason: message }));
}

const told = new Set<string>();

function tellOnce(line: string): void {
  if (told.has(line)) return;
  told.add(line);
  tell(line);
}

/** Everything that is wrong with a resource and with the configuration it needs, before anything is touched. */
export async function checkInstance(olds: object, news: Partial<InstanceInputs>): Promise<Checked> {
  const inputs = { engine: "Redis", ...news };
  const exists = Object.keys(olds).length > 0;
  if (exists) noteExisting(inputs);
  const failures = [...validate(inputs), ...configFailures(inputs)];
  const target = { region: text(inputs.region), projectId: text(inputs.projectId) };
  if (failures.some(({ property }) => property === "") || !settingsFor(target).liveChecks) return { inputs, failures };

  const conflict = inputs.onNameConflict ?? settingsFor(target).onNameConflict;
  const nameMustBeFree = !exists && !existsInStack(inputs) && !inputs.adoptInstanceId && conflict === "fail";
  // What is broken already is not asked about: the service could only repeat it.
  const broken = new Set(failures.map(({ property }) => property.split(/[.[]/)[0]));
  const sound = Object.fromEntries(Object.entries(inputs).filter(([name]) => !broken.has(name)));
  const live = await liveChecks(() => clientFor(target), sound, { nameMustBeFree });
  if (live.warning) tellOnce(`warning: ${live.warning}`);
  return { inputs, failures: [...failures, ...live.failures] };
}
