import type { OfInstance } from "../on-instance/of-instance";
import { SharedList } from "../on-instance/shared-list";
import { listRestores } from "./api/restores";
import type { RestoreRecord } from "./api/types";

class Restores extends SharedList<RestoreRecord> {}

/** The restores of the instance. Reads that start together share one call, since the service reads none by itself. */
export const restoresOf = (at: OfInstance, deadline?: number): Promise<RestoreRecord[]> =>
  at.run.shared(at, Restores, () => new Restores((options) => listRestores(at, at.instanceId, options))).get(deadline);
