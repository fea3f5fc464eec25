import type { Settings } from "../config/settings/settings";
import { unknownKeys } from "../config/unknown-keys";
import { ARGUMENTS } from "../instance/changes";
import { sameMeaning } from "../instance/equality";
import type { Failure } from "../instance/failures";
import { liveChecks } from "../instance/live-checks";
import { tellOnce } from "../instance/tell";
import type { InstanceInputs, InstanceOutputs } from "../instance/types";
import { hasUnknown } from "../instance/unknown";
import { validate } from "../instance/validate";
import { clientFor, configKeys, configuration } from "./context";
import { existsInStack, noteExisting } from "./replacements";

export interface Checked {
  readonly inputs: Partial<InstanceInputs>;
  readonly failures: Failure[];
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" && !hasUnknown(value) ? value : undefined;

// Beside a failure the engine prints the value of the property it names, secrets too. What may hold a password is
// therefore named in the reason only; an argument we do not know may be a misspelt password.
function withoutEcho({ property, reason }: Failure): Failure {
  const harmless = property !== "password" && (ARGUMENTS as string[]).includes(property.split(/[.[]/)[0] ?? "");
  return harmless || property === "" ? { property, reason } : { property: "", reason: `${property}: ${reason}` };
}

// The meaning of a product leaves its size to `capacity`, so two products of one meaning are not two spellings of one.
const SPELLED = ARGUMENTS.filter((name) => name !== "productId");

// What means the same is answered as the state spells it, so that Pulumi does not list it among the changes.
function asSpelledBefore(olds: Partial<InstanceInputs>, inputs: Partial<InstanceInputs>): Partial<InstanceInputs> {
  const [before, now] = [olds as InstanceOutputs, inputs as InstanceOutputs];
  const same = SPELLED.filter((name) => before[name] !== undefined && now[name] !== undefined)
    .filter((name) => !hasUnknown(now[name]))
    .filter((name) => sameMeaning(name, before, now) && sameMeaning(name, now, before));
  return { ...inputs, ...Object.fromEntries(same.map((name) => [name, before[name]])) };
}

/** What holds where the program says nothing and the configuration does. */
function withConfigured(inputs: Partial<InstanceInputs>, { deletionProtection }: Settings): Partial<InstanceInputs> {
  return deletionProtection ? { deletionProtection, ...inputs } : inputs;
}

/** Everything that is wrong with a resource and with the configuration it needs, before anything is touched. */
export async function checkInstance(olds: Partial<InstanceInputs>, news: Partial<InstanceInputs>): Promise<Checked> {
  const target = { region: text(news.region), projectId: text(news.projectId) };
  const { settings, problems } = configuration(target);
  const inputs = withConfigured({ engine: "Redis", ...news }, settings);
  const exists = Object.keys(olds).length > 0;
  const answered = exists ? asSpelledBefore(olds, inputs) : inputs;
  // A replacement is checked without olds, and so as the program spells it.
  if (exists) noteExisting(inputs, answered);

  const mistakes = validate(inputs);
  // Whether the configuration fits a place that is not known yet shows at the update.
  const placed = !hasUnknown(inputs.region) && !hasUnknown(inputs.projectId);
  const misconfigured = [...unknownKeys(configKeys()), ...(placed ? problems : [])].map(({ message }) => ({
    property: "",
    reason: message,
  }));
  const failures = [...mistakes.map(withoutEcho), ...misconfigured];
  if (misconfigured.length > 0 || !placed || !settings.liveChecks) return { inputs: answered, failures };

  const conflict = inputs.onNameConflict ?? settings.onNameConflict;
  const isNew = !exists && !existsInStack(inputs);
  // What is broken already is not asked about: the service could only repeat it.
  const broken = new Set(mistakes.map(({ property }) => property.split(/[.[]/)[0]));
  const sound = Object.fromEntries(Object.entries(inputs).filter(([name]) => !broken.has(name)));
  const live = await liveChecks(() => clientFor(target), sound, {
    onNameConflict: isNew ? conflict : undefined,
    takesOver: isNew && mistakes.length === 0,
  });
  if (live.warning) tellOnce(`warning: ${live.warning}`);
  if (failures.length + live.failures.length === 0) for (const line of live.lines) tellOnce(line);
  return { inputs: answered, failures: [...failures, ...live.failures] };
}
