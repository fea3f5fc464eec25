import type { DcsClient } from "../client/dcs-client";

/** What resources of this run hold: two that share an instance would delete it under each other. */
interface Claims {
  readonly names: Set<string>;
  /** Name of the holder by id of the instance. */
  readonly instances: Map<string, string>;
}

const claims = new WeakMap<DcsClient, Claims>();

function claimsOf(dcs: DcsClient): Claims {
  const known = claims.get(dcs) ?? { names: new Set(), instances: new Map() };
  claims.set(dcs, known);
  return known;
}

/** Runs `work` while no other create of this run may use the name. */
export async function holdingName<T>(dcs: DcsClient, name: string, work: () => Promise<T>): Promise<T> {
  const { names } = claimsOf(dcs);
  if (names.has(name)) {
    throw new Error(
      `two resources of this program want a cache named "${name}", and one of them is being created: give each a \`name\` of its own`,
    );
  }
  names.add(name);
  try {
    return await work();
  } finally {
    names.delete(name);
  }
}

/** Makes the instance the resource's own for this run; refused if it is another's. */
export function claimInstance(dcs: DcsClient, id: string, name: string): void {
  const { instances } = claimsOf(dcs);
  const holder = instances.get(id) ?? held.get(id);
  if (holder !== undefined) {
    throw new Error(
      `instance ${id} is the cache "${holder}" of another resource of this program: give each resource a \`name\` and an \`adoptInstanceId\` of its own`,
    );
  }
  instances.set(id, name);
}

const held = new Map<string, string>();

/** Remembers the instance of a resource that keeps it in this run. */
export const noteHeld = (id: string, name: string): void => {
  held.set(id, name);
};

/** Gives back an instance that could not be taken over. */
export const disclaimInstance = (dcs: DcsClient, id: string): void => {
  claimsOf(dcs).instances.delete(id);
};

const adopted = new Set<string>();

/** Remembers that a resource of this run took the instance over. */
export const noteAdopted = (id: string): void => {
  adopted.add(id);
};

/** True when the instance belongs to another entry of the state since this run, e.g. of a resource that was renamed. */
export const isAdopted = (id: string): boolean => adopted.has(id);
