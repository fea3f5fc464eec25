import type { CallOptions } from "../../../client/dcs-client";
import { isBusy } from "../../../client/dcs-errors";
import { ApiError } from "../../../http/errors/api-error";
import type { RunClient } from "../../../process/configuration";
import { type InstanceRef, type Parameters, readParameters } from "./parameters";
import { readSsl, type Ssl } from "./ssl";
import { type InstanceV2, readInstanceV2, taskOf } from "./v2-instance";
import { readWhitelist, type Whitelist } from "./whitelist";

interface Answers {
  readonly v2: InstanceV2;
  readonly whitelist: Whitelist;
  readonly parameters: Parameters;
  readonly ssl: Ssl;
}

/** What calls of their own answer about an instance. `null`: it does not have the feature. Absent: it was not asked. */
export type Facts = { readonly [F in Fact]?: Answers[F] | null };

export type Fact = keyof Answers;

const READ: { readonly [F in Fact]: (dcs: RunClient, of: InstanceRef, options?: CallOptions) => Promise<Answers[F]> } =
  {
    v2: (dcs, { instance_id: id }, options) => readInstanceV2(dcs, id, options),
    whitelist: (dcs, { instance_id: id }, options) => readWhitelist(dcs, id, options),
    parameters: readParameters,
    ssl: (dcs, { instance_id: id }, options) => readSsl(dcs, id, options),
  };

// The instance was just read, so this refusal means that it, or the service, does not have the feature.
const isMissingFeature = (error: unknown): boolean =>
  error instanceof ApiError && error.kind === "http" && [400, 403, 404, 405].includes(error.status ?? 0);

/** Asks for these facts. */
export async function readFacts(
  dcs: RunClient,
  of: InstanceRef,
  asked: ReadonlySet<Fact>,
  options?: CallOptions,
): Promise<Facts> {
  const read = async (fact: Fact) => {
    try {
      return [fact, await READ[fact](dcs, of, options)] as const;
    } catch (error) {
      // A busy instance answers later. Until then its value counts as unchanged.
      if (isBusy(error)) return [fact, undefined] as const;
      if (isMissingFeature(error)) return [fact, null] as const;
      throw error;
    }
  };
  return Object.fromEntries(await Promise.all([...asked].map(read)));
}

/** Name of the task that keeps a serving instance busy. */
export async function occupation(dcs: RunClient, of: InstanceRef, options?: CallOptions): Promise<string | undefined> {
  const { v2 } = await readFacts(dcs, of, new Set<Fact>(["v2"]), options);
  return v2 ? taskOf(v2) : undefined;
}
