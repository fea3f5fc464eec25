import { reworded } from "../../http/errors/api-error";
import { changeTags } from "../api/change/in-place";
import { isWithoutCall } from "../api/change/without-call";
import { declarableTags, tagsOf } from "../arguments/rows/tagging";
import type { InstanceStep } from "./steps";

const WITHOUT_VERSION_2 =
  'this service has no call that changes tags (it belongs to version 2 of the API): declare the tags as they were, or have the cache replaced with replaceOnChanges: ["tags"], which loses its data';

const orUnknown = (error: unknown): never => {
  throw isWithoutCall(error) ? reworded(error, { remedy: WITHOUT_VERSION_2 }) : error;
};

/** Sets the declared tags: first deletes those that are unwanted or have another value, then adds the missing ones. */
export async function retag({ service, id, live, state, declared, deadline }: InstanceStep): Promise<void> {
  const wanted = (declared.tags ?? {}) as Record<string, string>;
  // If an edition returns no tags, those declared before are taken as present.
  const present = declarableTags(live) ?? tagsOf((state.tags ?? {}) as Record<string, string>);
  const stale = present.filter(({ key, value }) => wanted[key] !== (value ?? ""));
  const kept = present.filter((tag) => !stale.includes(tag)).map(({ key }) => key);
  const missing = tagsOf(wanted).filter(({ key }) => !kept.includes(key));
  if (stale.length > 0) await changeTags(service, id, "delete", stale, { deadline }).catch(orUnknown);
  if (missing.length > 0) await changeTags(service, id, "create", missing, { deadline }).catch(orUnknown);
}
