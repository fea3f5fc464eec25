import { isTransient } from "../../http/errors/api-error";
import type { RunClient } from "../../process/configuration";
import type { Values } from "../../resource/describe/argument";
import { hasUnknown } from "../../resource/describe/unknown";
import { readParameters } from "../api/features/parameters";
import { judgeByList } from "../values/parameters/parameter-checks";
import type { ParameterValues } from "../values/parameters/parameter-values";

// No try starts later: a preview must not wait for a service that is down.
const WITHIN = 20_000;

/** Why the declared parameters cannot be set on this instance, by its own list. If the list cannot be had, the update finds out. */
export async function parametersObstacle(dcs: RunClient, id: string, declared: Values): Promise<string | undefined> {
  const { parameters, engineVersion } = declared;
  if (parameters === undefined || hasUnknown(engineVersion)) return undefined;
  const of = { instance_id: id, engine_version: String(engineVersion) };
  try {
    const { redis_config } = await readParameters(dcs, of, { deadline: Date.now() + WITHIN });
    const wrong = judgeByList(parameters as ParameterValues, redis_config);
    return wrong.length === 0 ? undefined : wrong.map(({ property, reason }) => `${property}: ${reason}`).join("; ");
  } catch (error) {
    if (isTransient(error) || dcs.run.programRan) return undefined;
    throw error;
  }
}
