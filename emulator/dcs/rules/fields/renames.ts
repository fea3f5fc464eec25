import type { CacheMode } from "../../../catalogue/products";
import { ServiceError } from "../../../service/errors";
import { isObject, isUnset } from "../../../service/values";

const everywhere = ["command", "keys", "flushdb", "flushall", "hgetall", "scan", "hscan", "sscan", "zscan"];
const ofProxies = [...everywhere, "dbsize", "dbstats"];
const newName = /^[A-Za-z][A-Za-z0-9_-]{3,63}$/;

function refuse(): never {
  throw new ServiceError(4062, "rename_commands");
}

/** New names by command, in small letters. No two commands may end up with one name. */
export function checkRenames(value: unknown, mode: CacheMode | undefined): Record<string, string> {
  if (isUnset(value)) return {};
  if (!isObject(value)) refuse();
  const renamable = mode === "proxy" ? ofProxies : everywhere;
  const names: Record<string, string> = {};
  for (const [written, name] of Object.entries(value)) {
    const command = written.toLowerCase();
    if (!renamable.includes(command) || typeof name !== "string" || !newName.test(name)) refuse();
    const taken = [...Object.values(names), ...ofProxies.filter((other) => other !== command)];
    if (taken.some((other) => other.toLowerCase() === name.toLowerCase())) refuse();
    names[command] = name;
  }
  return names;
}

/** The names after a change: a command that gets its own name back is no longer renamed. */
export function renamedBy(
  present: Readonly<Record<string, string>>,
  changes: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ ...present, ...changes }).filter(([command, name]) => command !== name.toLowerCase()),
  );
}
