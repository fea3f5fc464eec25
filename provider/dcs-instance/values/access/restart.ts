import type { Values } from "../../../resource/describe/argument";
import { parseProductCode } from "../product-code";

/** The value of a parameter of Redis after an update that sets parameters first. */
const parameter = (name: string, state: Values, declared: Values): unknown => {
  const [before, after] = [state.parameters, declared.parameters] as Array<
    Readonly<Record<string, unknown>> | undefined
  >;
  return after?.[name] ?? before?.[name];
};

interface Loss {
  readonly applies: (state: Values, declared: Values) => boolean;
  readonly words: string;
}

/** Which instances lose their data in a restart: those that keep nothing on disk. */
const LOSSES: readonly Loss[] = [
  {
    applies: ({ cacheMode }) => cacheMode === "single",
    words: "a single node keeps nothing over a restart, so all its data is lost",
  },
  {
    applies: ({ cacheMode, resourceSpecCode }) =>
      cacheMode === "cluster" && parseProductCode(String(resourceSpecCode ?? "")).replicas === 1,
    words: "a cluster without replicas keeps nothing over a restart, so all its data is lost",
  },
  {
    applies: (state, declared) => parameter("appendonly", state, declared) === "no",
    words: 'with parameters.appendonly "no" nothing is kept over a restart, so all its data is lost',
  },
];

/** Why a restart would lose the data of an instance; `undefined` if it keeps them. */
export const dataLostByRestart = (state: Values, declared: Values): string | undefined =>
  LOSSES.find(({ applies }) => applies(state, declared))?.words;

/** What a restart in place does, as words after a property's name. */
export function restartEffect(state: Values, declared: Values): string {
  const loss = dataLostByRestart(state, declared);
  return loss === undefined
    ? "restarts the cache: connections are cut for seconds; data and address stay"
    : `restarts the cache: connections are cut, and ${loss}`;
}
