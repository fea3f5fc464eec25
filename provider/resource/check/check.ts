import type { Run } from "../../process/run";
import { type Arguments, isSame, isSecret, type Values } from "../describe/argument";
import type { Failure } from "../describe/failure";
import type { ResourceType } from "../describe/resource-type";
import { hasUnknown, isUnknown } from "../describe/unknown";
import { existingOf } from "../state/existing-resources";
import { validate } from "./validate";

export interface Checked {
  readonly inputs: Values;
  readonly failures: Failure[];
  /** Outputs of a new resource that the service has told already. */
  readonly foreseen?: Values;
}

/** Name of the argument that a path begins with. */
const argumentOf = (path: string): string => path.split(/[.[]/)[0] ?? "";

// With a failure the engine prints the value of the named property, even a secret. So a property that may hold a secret is
// named in the reason only. An unknown argument may be the misspelt name of a secret.
function withoutEcho(all: Arguments, { property, reason }: Failure): Failure {
  const argument = all[argumentOf(property)];
  const harmless = argument !== undefined && !isSecret(argument);
  return harmless || property === "" ? { property, reason } : { property: "", reason: `${property}: ${reason}` };
}

// An argument that means the same is returned as the state has it, so that Pulumi does not list it as a change.
function withEquivalentOlds(all: Arguments, olds: Values, inputs: Values): Values {
  const same = Object.keys(all)
    .filter((name) => !all[name]?.comparedInPart && olds[name] !== undefined && inputs[name] !== undefined)
    .filter((name) => !hasUnknown(inputs[name]))
    .filter((name) => isSame(all, name, olds, inputs) && isSame(all, name, inputs, olds));
  return { ...inputs, ...Object.fromEntries(same.map((name) => [name, olds[name]])) };
}

const rootOf = ({ property }: Failure): string => argumentOf(property);

/** What is wrong with valid arguments beyond the schema. */
const judge = (all: Arguments, inputs: Values, exists: boolean, invalid: ReadonlySet<string>): Failure[] =>
  Object.entries(all)
    .filter(([name]) => inputs[name] !== undefined && !isUnknown(inputs[name]) && !invalid.has(name))
    .flatMap(([name, argument]) => argument.judge?.(inputs[name], inputs, exists) ?? []);

/** Everything that is wrong with a resource and with the configuration it needs, before anything is touched. */
export async function check<C extends object, L>(
  type: ResourceType<C, L>,
  run: Run,
  olds: Values,
  news: Values,
): Promise<Checked> {
  const inputs = type.withDefaults?.(run, news) ?? news;
  const exists = Object.keys(olds).length > 0;
  const answered = exists ? withEquivalentOlds(type.arguments, olds, inputs) : inputs;
  // Pulumi checks a replacement without olds, so with the values as the program writes them.
  if (exists) existingOf(run).note(inputs, answered);

  const invalid = validate(type.schema, inputs);
  const mistakes = [...invalid, ...judge(type.arguments, inputs, exists, new Set(invalid.map(rootOf)))];
  const misconfigured = (type.problems?.(run, inputs) ?? []).map((reason) => ({ property: "", reason }));
  const failures = [...mistakes.map((mistake) => withoutEcho(type.arguments, mistake)), ...misconfigured];
  if (misconfigured.length > 0 || !type.lookAhead) return { inputs: answered, failures };

  // The service is not asked about arguments that are known to be wrong: it could only repeat that.
  const broken = new Set(mistakes.map(rootOf));
  const sound = Object.fromEntries(Object.entries(inputs).filter(([name]) => !broken.has(name)));
  const isNew = !exists && !existingOf(run).has(inputs);
  const ahead = await type.lookAhead(run, sound, { isNew, isSound: mistakes.length === 0, olds });
  if (ahead.warning) run.logOnce(`warning: ${ahead.warning}`);
  if (failures.length + ahead.failures.length === 0) for (const line of ahead.lines) run.logOnce(line);
  const { foreseen } = ahead;
  return { inputs: answered, failures: [...failures, ...ahead.failures], ...(foreseen ? { foreseen } : {}) };
}
