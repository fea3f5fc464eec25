/** Commands that may be renamed, by the edition from 4.0 on. */
const EVERYWHERE = ["command", "keys", "flushdb", "flushall", "hgetall", "scan", "hscan", "sscan", "zscan"] as const;

/** Commands that only proxies know. */
export const OF_PROXIES = ["dbsize", "dbstats"] as const;

export const RENAMABLE = [...EVERYWHERE, ...OF_PROXIES] as const;

export type RenamedCommands = Readonly<Record<string, string>> | undefined;

/** The commands with another name than their own. */
export const renamedOnly = (renamed: RenamedCommands): Array<readonly [command: string, name: string]> =>
  Object.entries(renamed ?? {})
    .filter(([command, name]) => name !== command)
    .sort(([a], [b]) => a.localeCompare(b));

/** The names that change, by command. The service never shows a name, but its own name brings a command back. */
export function changedNames(before: RenamedCommands, after: RenamedCommands): Record<string, string> {
  const commands = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const nameOf = (renamed: RenamedCommands, command: string): string => renamed?.[command] ?? command;
  return Object.fromEntries(
    commands
      .filter((command) => nameOf(before, command) !== nameOf(after, command))
      .map((command) => [command, nameOf(after, command)]),
  );
}
