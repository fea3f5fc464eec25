import { configuration, type RunClient, unknownKeyProblems } from "../../../process/configuration";
import { maybeWithOldConfig } from "../../../process/old-config";
import type { Run } from "../../../process/run";
import type { Values } from "../../../resource/describe/argument";
import { isPlaced, targetOf } from "./target";

/** What the descriptions of all types share: each resource lives in a region and a project. */
export const PLACED = {
  // If the place is not known yet, the configuration is checked at the update.
  problems: (run: Run, inputs: Values): string[] => [
    ...unknownKeyProblems(run),
    ...(isPlaced(inputs) ? configuration(run, targetOf(inputs)).problems.map(({ message }) => message) : []),
  ],

  outsideProgram: <T>(run: Run, at: Values, work: () => Promise<T>): Promise<T> =>
    maybeWithOldConfig(run, targetOf(at), work),

  place: async (dcs: RunClient): Promise<string> => `project ${await dcs.projectId()}, region ${dcs.region}`,

  placeOf: async (dcs: RunClient, { projectId }: Values): Promise<Values> => ({
    region: dcs.region,
    projectId: await dcs.projectId().catch(() => projectId),
  }),
} as const;
