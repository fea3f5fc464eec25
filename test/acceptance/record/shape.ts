/** What is known of a value without the value: its kinds over all answers, and what is in it. */
export interface Shape {
  /** How many values were seen. */
  seen: number;
  kinds: string[];
  /** How many of them were objects. */
  objects?: number;
  keys?: Record<string, Shape>;
  items?: Shape;
}

/** Kinds of texts, the narrowest first. A client reads each of them differently. */
const TEXTS: ReadonlyArray<readonly [kind: string, form: RegExp]> = [
  ["empty text", /^$/],
  ["truth as text", /^(true|false)$/i],
  ["number as text", /^-?\d+(\.\d+)?$/],
  ["time as text", /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/],
  ["id", /^([0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i],
];

/** Objects whose keys are data. */
const MAPS: ReadonlySet<string> = new Set(["rename_commands", "metadata"]);

/** A key that may be data as well: an id, or a name that somebody chose. */
const isData = (key: string): boolean => !/^[a-z_$][\w.:-]{0,47}$/i.test(key) || (key.match(/\d/g) ?? []).length > 4;

export function shapeOf(value: unknown, key = ""): Shape {
  if (Array.isArray(value)) {
    const items = value.map((item) => shapeOf(item)).reduce<Shape | undefined>(merged, undefined);
    return { seen: 1, kinds: ["list"], ...(items ? { items } : {}) };
  }
  if (value !== null && typeof value === "object") {
    const keys: Record<string, Shape> = {};
    for (const [name, inside] of Object.entries(value)) {
      const known = MAPS.has(key) || isData(name) ? "*" : name;
      keys[known] = merged(keys[known], shapeOf(inside, name));
    }
    return { seen: 1, kinds: ["object"], objects: 1, keys };
  }
  if (typeof value === "string") return { seen: 1, kinds: [TEXTS.find(([, form]) => form.test(value))?.[0] ?? "text"] };
  return { seen: 1, kinds: [value === null ? "null" : typeof value] };
}

/** The shape of both. */
export function merged(one: Shape | undefined, other: Shape): Shape {
  if (one === undefined) return other;
  const names = new Set([...Object.keys(one.keys ?? {}), ...Object.keys(other.keys ?? {})]);
  const both = (a: Shape | undefined, b: Shape | undefined) => (b ? merged(a, b) : a);
  const keys = Object.fromEntries(
    [...names].map((name) => [name, both(one.keys?.[name], other.keys?.[name]) as Shape]),
  );
  const items = both(one.items, other.items);
  return {
    seen: one.seen + other.seen,
    kinds: [...new Set([...one.kinds, ...other.kinds])].sort(),
    objects: (one.objects ?? 0) + (other.objects ?? 0),
    keys,
    ...(items ? { items } : {}),
  };
}

/** Kinds by path, e.g. `{ "instances[].name": ["text"] }`; a key that is missing at times is "absent" as well. */
export function flat(shape: Shape, path = "", within = shape.seen): Record<string, string[]> {
  const kinds = shape.seen < within ? [...shape.kinds, "absent"] : shape.kinds;
  const inside = Object.entries(shape.keys ?? {}).map(([name, key]) =>
    flat(key, path === "" ? name : `${path}.${name}`, name === "*" ? 0 : shape.objects),
  );
  return Object.assign({ [path]: kinds }, ...inside, shape.items ? flat(shape.items, `${path}[]`) : {});
}
