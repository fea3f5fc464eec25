import { order } from "./order";

export interface CanonicalHeaders {
  /** One line for each header. The last line, too, ends with a line break. */
  readonly lines: string;
  /** Names joined by `;`. */
  readonly names: string;
}

/** The headers as they are signed: names in lower case and sorted, white space in values narrowed to one space. */
export function canonicalHeaders(headers: Readonly<Record<string, string>>): CanonicalHeaders {
  const entries = Object.entries(headers)
    .map(([name, value]) => [name.trim().toLowerCase(), value.replace(/\s+/g, " ")] as const)
    .sort(([a], [b]) => order(a, b));
  return {
    lines: entries.map(([name, value]) => `${name}:${value}\n`).join(""),
    names: entries.map(([name]) => name).join(";"),
  };
}
