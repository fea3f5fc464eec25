import { remedyWithoutCall } from "../api/change/without-call";
import { changeTags } from "../api/features/tagging";
import { declarable, tagList } from "../arguments/rows/tagging";
import type { Changing, InstanceStep } from "./steps";

type Pairs = Readonly<Record<string, string>>;

const withoutCall = (name: string): string =>
  `this service has no call that changes ${name} (it belongs to version 2 of the API): declare the ${name} as they were, or have the cache replaced with replaceOnChanges: ["${name}"], which loses its data`;

/** First deletes what is unwanted or has another value, then adds what is missing. */
export async function retag(
  { service, id, live, deadline }: InstanceStep,
  { name, before, wanted }: Changing,
): Promise<void> {
  const orUnknown = remedyWithoutCall(withoutCall(name));
  const values = (wanted ?? {}) as Pairs;
  // If an edition returns none, those declared before are taken as present.
  const present = declarable(live) ?? tagList((before ?? {}) as Pairs);
  const stale = present.filter(({ key, value }) => values[key] !== (value ?? ""));
  const kept = present.filter((tag) => !stale.includes(tag)).map(({ key }) => key);
  const missing = tagList(values).filter(({ key }) => !kept.includes(key));
  if (stale.length > 0) await changeTags(service, id, "delete", stale, { deadline }).catch(orUnknown);
  if (missing.length > 0) await changeTags(service, id, "create", missing, { deadline }).catch(orUnknown);
}
