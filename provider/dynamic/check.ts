import { unknownKeys } from "../config/unknown-keys";
import { ARGUMENTS } from "../instance/changes";
import type { Failure } from "../instance/failures";
import { liveChecks } from "../instance/live-checks";
import { tell } from "../instance/tell";
import type { InstanceInputs } from "../instance/types";
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
  const mistakes = validate(inputs);
  const target = { region: text(inputs.region), projectId: text(inputs.projectId) };
  const { settings, problems } = configuration(target);
  // Whether the configuration fits a place that is not known yet shows at the update.
  const placed = !hasUnknown(inputs.region) && !hasUnknown(inputs.projectId);
  const misconfigured = [...unknownKeys(configKeys()), ...(placed ? problems : [])].map(({ message }) => ({
    property: "",
    reason: message,
  }));
  const failures = [...mistakes.map(withoutEcho), ...misconfigured];
  if (misconfigured.length > 0 || !placed || !settings.liveChecks) return { inputs, failures };

  const conflict = inputs.onNameConflict ?? settings.onNameConflict;
  const isNew = !exists && !existsInStack(inputs);
  const nameMustBeFree = isNew && !inputs.adoptInstanceId && conflict === "fail";
  const takesOver = isNew && mistakes.length === 0;
  // What is broken already is not asked about: the service could only repeat it.
  const broken = new Set(mistakes.map(({ property }) => property.split(/[.[]/)[0]));
  const sound = Object.fromEntries(Object.entries(inputs).filter(([name]) => !broken.has(name)));
  const live = await liveChecks(() => clientFor(target), sound, { nameMustBeFree, takesOver });
  if (live.warning) tellOnce(`warning: ${live.warning}`);
  return { inputs, failures: [...failures, ...live.failures] };
}
