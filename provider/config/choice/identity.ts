import type { SettingName } from "../settings/settings";
import type { Found, Source } from "../settings/sources";
import { WAYS, type Way } from "../settings/ways";

export interface Identity {
  readonly way: Way;
  /** The source that names who signs in. */
  readonly source: Source;
  readonly values: Readonly<Partial<Record<SettingName, Found>>>;
  /** A secret that was found but belongs to somebody else. */
  readonly foreign?: Found & { readonly of: Found };
}

const isNamedIn = (way: Way, source: Source): boolean => way.names.some((name) => source.find(name));

/** The user or key a source names for this way, if it is another than the one in `values`. */
function other(way: Way, source: Source, values: Identity["values"]): Found | undefined {
  for (const name of way.names) {
    const here = source.find(name);
    if (here && here.value !== values[name]?.value) return here;
  }
  return undefined;
}

/** The settings of a way to sign in: names from one source, secrets from any source that names nobody else. */
function completed(way: Way, source: Source, sources: readonly Source[]): Identity {
  const values: Partial<Record<SettingName, Found>> = {};
  for (const name of way.names) values[name] = source.find(name);
  let foreign: Identity["foreign"];
  let lowest = sources.indexOf(source);
  const take = (name: SettingName, candidates: readonly Source[]) => {
    for (const candidate of candidates) {
      const value = candidate.find(name);
      if (!value) continue;
      const of = other(way, candidate, values);
      if (!of) {
        values[name] = value;
        return sources.indexOf(candidate);
      }
      if (name === way.secret) foreign ??= { ...value, of };
    }
    return -1;
  };
  if (way.secret) lowest = Math.max(lowest, take(way.secret, sources));
  for (const name of way.further) {
    // The security token of temporary keys comes with them. One left in a lower source would break permanent keys.
    take(name, name === "securityToken" ? sources.slice(0, lowest + 1) : sources);
  }
  return { way, source, values, foreign: way.secret && values[way.secret] ? undefined : foreign };
}

const isComplete = ({ way, values }: Identity): boolean => !way.secret || values[way.secret] !== undefined;

/** Who signs in. The highest source counts that names somebody, or that holds the secret of somebody named in a lower one. */
export function identityOf(sources: readonly Source[]): Identity | undefined {
  for (const source of sources) {
    const begun = WAYS.filter((way) => isNamedIn(way, source)).map((way) => completed(way, source, sources));
    const lent = WAYS.flatMap((way) => {
      const namer = sources.find((candidate) => isNamedIn(way, candidate));
      return way.secret && source.find(way.secret) && namer && sources.indexOf(namer) > sources.indexOf(source)
        ? [completed(way, namer, sources)]
        : [];
    });
    const all = [...begun, ...lent];
    const chosen = all.find(({ way }) => way.way === source.preferred) ?? all.find(isComplete) ?? begun[0];
    if (chosen) return chosen;
  }
  return undefined;
}
