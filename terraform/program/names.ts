import type { Cache } from "../state/cache";

/** Words that cannot name a constant of the program, and names that it uses itself. */
const TAKEN = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export exports extends
  false finally for function globalThis if implements import in instanceof interface let module new null package private
  protected public require return static super switch this throw true try typeof undefined var void while with yield
  config endpoints pulumi`.split(/\s+/),
);

const words = (text: string): string[] => text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");

/** The first of `name`, `name2`, `name3`, ... that is not in the set, which gets it. */
function unique(name: string, used: Set<string>): string {
  let candidate = name;
  for (let n = 2; used.has(candidate); n += 1) candidate = `${name}${n}`;
  used.add(candidate);
  return candidate;
}

export const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function identifierOf(parts: readonly string[]): string {
  const camel = parts
    .map((part, at) => (at === 0 ? part.charAt(0).toLowerCase() + part.slice(1) : capitalized(part)))
    .join("");
  if (camel === "") return "cache";
  return /^\d/.test(camel) || TAKEN.has(camel) ? `cache${capitalized(camel)}` : camel;
}

/** How a cache is called in the program. */
export interface Names {
  /** Name of the resource, as Pulumi shows it. */
  readonly resource: string;
  /** Name of the constant. */
  readonly constant: string;
}

/** Gives names, each once. They come from the address, e.g. `web-sessions-eu` from `module.web...sessions["eu"]`. */
export function namer(): (cache: Pick<Cache, "address" | "type">) => Names {
  const resources = new Set<string>();
  const constants = new Set<string>();
  return ({ address, type }) => {
    const parts = words(address.replace(`${type}.`, "").replace(/(^|\.)module\./g, "$1"));
    return {
      resource: unique(parts.join("-") || "cache", resources),
      constant: unique(identifierOf(parts), constants),
    };
  };
}
