import { PLACED } from "../dcs-instance/arguments/place/placed";
import { targetOf } from "../dcs-instance/arguments/place/target";
import { connect } from "../process/configuration";
import type { Run } from "../process/run";
import type { Values } from "../resource/describe/argument";
import type { ResourceType } from "../resource/describe/resource-type";
import { type OfInstance, ofInstance } from "./of-instance";

/** What the descriptions of all types share whose resources belong to an instance. */
export const belongsToInstance = (noun: string) =>
  ({
    ...PLACED,

    connect(run: Run, at: Values): OfInstance {
      if (typeof at.instanceId !== "string")
        throw new Error(
          `a ${noun} is found only with its cache: give its id as "<id of the cache>/<id of the ${noun}>"`,
        );
      return ofInstance(connect(run, targetOf(at)), at.instanceId);
    },

    // Only its instance knows it, so an id that stands alone names both.
    parseId(given: string) {
      const [instanceId, id] = given.split("/");
      return id === undefined ? { id: given, at: {} } : { id, at: { instanceId } };
    },

    // The configuration says where it is.
    declarationOf: async (_at: OfInstance, _id: string, { region: _r, projectId: _p, ...shown }: Values) => shown,
  }) satisfies Partial<ResourceType<OfInstance, unknown>>;
