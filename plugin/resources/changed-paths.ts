/** A place inside a property that differs, as Pulumi writes it: `whitelist[0].ipList[1]`, `tags["cost center"]`. */
export interface ChangedPath {
  readonly path: string;
  readonly how: "add" | "delete" | "update";
}

const isBranch = (value: unknown): value is object => value !== null && typeof value === "object";

const step = (path: string, key: string, inList: boolean): string => {
  if (inList) return `${path}[${key}]`;
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
};

/** Where two values of a property differ. If they are equal, the property itself is named. */
export function changedPaths(path: string, before: unknown, after: unknown): readonly ChangedPath[] {
  const found = differing(path, before, after);
  return found.length > 0 ? found : [{ path, how: "update" }];
}

function differing(path: string, before: unknown, after: unknown): ChangedPath[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [{ path, how: "add" }];
  if (after === undefined) return [{ path, how: "delete" }];
  const comparable = isBranch(before) && isBranch(after) && Array.isArray(before) === Array.isArray(after);
  if (!comparable) return before === after ? [] : [{ path, how: "update" }];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const within = (value: object, key: string): unknown => (value as Readonly<Record<string, unknown>>)[key];
  return [...keys].flatMap((key) =>
    differing(step(path, key, Array.isArray(before)), within(before, key), within(after, key)),
  );
}
