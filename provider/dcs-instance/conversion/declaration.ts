import type { RunClient } from "../../process/configuration";
import type { Values } from "../../resource/describe/argument";
import { type InstanceRef, readParameters } from "../api/features/parameters";
import { DEFAULT_PORT, DEFAULT_WINDOW, type Mode } from "../values/editions";
import { asDeclared } from "../values/parameters/parameter-values";
import { REPLICAS } from "../values/size/shape";

/** Arguments that say nothing, because without them the value is the same. */
const SAYS_NOTHING: Readonly<Record<string, (value: unknown, state: Values) => boolean>> = {
  engine: (engine) => engine === "Redis",
  noPasswordAccess: (value) => value !== true,
  enablePublicip: (value) => value !== true,
  enableSsl: (value) => value !== true,
  enableWhitelist: (value, { whitelist }) => isEmpty(whitelist) || value === true,
  whitelist: (value) => isEmpty(value),
  tags: (value) => isEmpty(value),
  parameters: (value) => isEmpty(value),
  port: (port) => port === DEFAULT_PORT,
  maintainBegin: (begin) => begin === DEFAULT_WINDOW.begin,
  maintainEnd: (end) => end === DEFAULT_WINDOW.end,
  enterpriseProjectId: (id) => id === "0",
  // The service chose them, or the configuration says them.
  privateIp: () => true,
  region: () => true,
  projectId: () => true,
  // A product is declared by one of the two.
  productId: (_, { cacheMode }) => cacheMode !== undefined,
  replicas: (count, { cacheMode }) => count === REPLICAS[cacheMode as Mode]?.usual,
};

const isEmpty = (value: unknown): boolean => Object.keys((value ?? {}) as object).length === 0;

/** The arguments that declare an existing instance: what it has beside the defaults. */
export async function declarationOf(dcs: RunClient, id: string, shown: Values, state: Values): Promise<Values> {
  const { availableZoneCodes: codes } = state;
  const all: Values = {
    ...shown,
    ...(isEmpty(codes) ? {} : { availableZones: codes }),
    ...(shown.parameters === undefined
      ? {}
      : { parameters: await ownParameters(dcs, { instance_id: id, engine_version: String(state.engineVersion) }) }),
  };
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => !SAYS_NOTHING[name]?.(value, all)));
}

/** The parameters that do not have their defaults. */
async function ownParameters(dcs: RunClient, instance: InstanceRef): Promise<Values> {
  const { redis_config: all } = await readParameters(dcs, instance);
  return asDeclared(
    all.filter(({ param_value, default_value }) => (param_value ?? "") !== (default_value ?? "")),
    {},
  );
}
