import { isPlaced, targetOf } from "../dcs-instance/target";
import { configuration, connect, unknownKeyProblems } from "../process/configuration";
import { maybeWithOldConfig } from "../process/old-config";
import type { Run } from "../process/run";
import type { Values } from "../resource/describe/argument";
import type { ResourceType } from "../resource/describe/resource-type";
import { type OfInstance, ofInstance } from "./of-instance";

/** What the descriptions of all types share whose resources belong to an instance. */
export const belongsToInstance = (noun: string) =>
  ({
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

    problems: (run: Run, inputs: Values) => [
      ...unknownKeyProblems(run),
      ...(isPlaced(inputs) ? configuration(run, targetOf(inputs)).problems.map(({ message }) => message) : []),
    ],

    // The configuration says where it is.
    declarationOf: async (_at: OfInstance, _id: string, { region: _r, projectId: _p, ...shown }: Values) => shown,

    outsideProgram: <T>(run: Run, at: Values, work: () => Promise<T>) => maybeWithOldConfig(run, targetOf(at), work),

    place: async (at: OfInstance) => `project ${await at.projectId()}, region ${at.region}`,

    placeOf: async (at: OfInstance, { projectId }: Values) => ({
      region: at.region,
      projectId: await at.projectId().catch(() => projectId),
    }),
  }) satisfies Partial<ResourceType<OfInstance, unknown>>;
