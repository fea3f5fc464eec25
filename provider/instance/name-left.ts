import type { DcsClient } from "../client/dcs-client";
import { inTheWay } from "./look-up";
import { conflictMessage } from "./named";
import { hasUnknown } from "./unknown";

/**
 * Why a replacement would be left without a name after its old cache is deleted: an instance that this run does not touch
 * bears it. A service that does not answer leaves it open, as preview does.
 */
export async function nameInTheWay(
  open: () => DcsClient,
  name: string,
  touched: ReadonlySet<string>,
): Promise<string | undefined> {
  if (hasUnknown(name)) return undefined;
  try {
    const named = await inTheWay(open(), name, { deadline: Date.now() + 10_000 });
    const others = named.filter(({ instance_id }) => !touched.has(instance_id));
    return others.length > 0
      ? `the cache has to be replaced, but ${conflictMessage(name, others)}. Nothing was deleted`
      : undefined;
  } catch {
    return undefined;
  }
}
