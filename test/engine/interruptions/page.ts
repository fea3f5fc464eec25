import { isDeepStrictEqual } from "node:util";
import { type Killed, WELL } from "../../plugin/interruptions/killed";
import { faultsOf, type Observation } from "./interruption";
import type { SignalObservation } from "./signals";

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;

const table = (head: readonly string[], rows: ReadonlyArray<readonly (string | number)[]>): string =>
  [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");

const stateOf = ({ idInState, pending, locked }: Observation["then"]): string =>
  [idInState ? "the id" : "no id", pending ? "a pending create" : "", locked ? "locked" : ""]
    .filter(Boolean)
    .join(", ");

const killed = (observations: readonly Observation[]): string =>
  table(
    ["moment", "instances", "the state has", "commands", "the cache was", "instances after", "orders in all"],
    observations.map(({ moment, then, commands, next, after }) => [
      moment,
      then.instances,
      stateOf(then),
      commands.map((command) => `\`${command}\``).join(", "),
      next,
      after.instances,
      after.orders,
    ]),
  );

const killedInPlugin = (seen: readonly Killed[]): string =>
  table(
    ["killed", "moment", "instances", "the state has", "instances after", "orders in all", "the plugin has ended"],
    seen.map(({ victim, moment, then, after }) => [
      victim === "command" ? "the command" : "the plugin",
      moment,
      then.instances,
      then.idInState ? "the id" : "no id",
      after.instances,
      after.orders,
      after.pluginEnded ? "yes" : "no",
    ]),
  );

/** The page in the documentation, from what was observed. */
export function page(
  observations: readonly Observation[],
  signals: readonly SignalObservation[],
  plugin: readonly Killed[],
): string {
  const of = (victim: string) => killed(observations.filter((observed) => observed.victim === victim));
  const sum = (count: (observed: Observation) => number) => observations.reduce((all, one) => all + count(one), 0);
  return `# Interruptions, as observed

Written by \`npm run interruptions\`: one cache is created under the real engine, a process is killed or signalled on the way, then the commands of the [operations guide](../guides/operations.md#after-an-interruption) are typed. The instance is CREATING for a few seconds; the moments are those of a longer creation, too.

## \`kill -9\` of the command

The provider process lives on and ends its calls, but orders nothing any more.

${of("cli")}

## \`kill -9\` of the provider process

${of("provider")}

Interruptions: ${observations.length}. Duplicates: ${sum(({ after }) => Math.max(0, after.instances - 1))}. Instances in no state: ${sum(({ after }) => (after.sameId ? 0 : 1))}. Not converged after one further \`up\`: ${sum((one) => (faultsOf(one).length > 0 ? 1 : 0))}.

## Signals

${table(
  ["signals during the wait", "the state has", "the next `up`", "instances", "orders"],
  signals.map(({ signals: sent, then, next, instances, orders }) => [
    sent.join(", then "),
    stateOf(then),
    next,
    instances,
    orders,
  ]),
)}

## Through the plugin

The same kills with the [plugin](../guides/plugin.md#interruptions), from a YAML program; then \`pulumi cancel\` if the command was killed, and \`pulumi up\` with \`onNameConflict: adopt\`.

${killedInPlugin(plugin)}

Interruptions: ${plugin.length}. Not converged after one further \`up\`: ${plugin.filter(({ after }) => !isDeepStrictEqual(after, WELL)).length}.
`;
}
