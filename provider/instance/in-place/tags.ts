import { changeTags } from "../../api/in-place";
import type { Tag } from "../../api/types";
import type { StepContext } from "./steps";

const listed = (tags: Readonly<Record<string, string>>): Tag[] =>
  Object.entries(tags).map(([key, value]) => ({ key, value }));

/** Brings the tags to what is declared: first those go that are not wanted, or have another value, then the missing come. */
export async function retag({ dcs, id, instance, state, declared, deadline }: StepContext): Promise<void> {
  const wanted = declared.tags ?? {};
  // An edition that does not answer tags leaves what was declared before.
  const present = instance.tags?.filter(({ key }) => !key.startsWith("_sys_")) ?? listed(state.tags ?? {});
  const stale = present.filter(({ key, value }) => wanted[key] !== (value ?? ""));
  const kept = present.filter((tag) => !stale.includes(tag)).map(({ key }) => key);
  const missing = listed(wanted).filter(({ key }) => !kept.includes(key));
  if (stale.length > 0) await changeTags(dcs, id, "delete", stale, { deadline });
  if (missing.length > 0) await changeTags(dcs, id, "create", missing, { deadline });
}
