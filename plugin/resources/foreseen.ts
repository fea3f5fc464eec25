import { unknownValue } from "../../provider/resource/describe/unknown";
import type { Props } from "../values/received";
import { argumentsOf, isShown, propertiesOf, type ResourceKind } from "./resource-kind";

/** Outputs that a change of these arguments may change as well. */
function affected(of: ResourceKind, changed: readonly string[]): ReadonlySet<string> {
  const all = new Map(argumentsOf(of));
  return new Set(changed.flatMap((name) => [name, ...(all.get(name)?.affects ?? [])]));
}

/** Outputs that keep their values in an update of these arguments. */
export function stables(of: ResourceKind, changed: readonly string[]): readonly string[] {
  const open = affected(of, changed);
  return propertiesOf(of).filter((name) => !open.has(name));
}

/**
 * The state of a new resource, as far as it is known before it is created.
 *
 * @param foreseen What the check of its inputs has told.
 */
export function foreseenCreate(of: ResourceKind, inputs: Props, foreseen: Props): Props {
  const unknown = propertiesOf(of).map((name) => [name, unknownValue]);
  return shown(of, { ...Object.fromEntries(unknown), ...foreseen, ...inputs });
}

/** The state after an update, as far as it is known before. */
export function foreseenUpdate(of: ResourceKind, olds: Props, news: Props, changed: readonly string[]): Props {
  const open = [...affected(of, changed)].map((name) => [name, news[name] ?? unknownValue]);
  return shown(of, { ...olds, ...Object.fromEntries(open) });
}

const shown = (of: ResourceKind, values: Props): Props =>
  Object.fromEntries(Object.entries(values).filter(([name]) => isShown(of, name)));
