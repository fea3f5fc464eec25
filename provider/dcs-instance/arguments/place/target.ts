import type { Target } from "../../../process/configuration";
import type { Values } from "../../../resource/describe/argument";
import { hasUnknown, isUnknown } from "../../../resource/describe/unknown";

const known = (value: unknown): string | undefined =>
  typeof value === "string" && !isUnknown(value) ? value : undefined;

/** Where a resource is, as far as known. */
export const targetOf = ({ region, projectId }: Values): Target => ({
  region: known(region),
  projectId: known(projectId),
});

/** False if the place depends on a value that the engine does not know yet. */
export const isPlaced = ({ region, projectId }: Values): boolean => !hasUnknown(region) && !hasUnknown(projectId);
