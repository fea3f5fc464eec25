import type { Emulator } from "../../../emulator";

/** A call that changes something, as it can be compared and read: no project, no id. */
export interface ModifyingCall {
  readonly instance: string;
  readonly call: string;
  readonly body?: unknown;
}

const ID = /\/[0-9a-f]{8}-[0-9a-f-]{27}(?=\/|$)/;

/** Reads the modifying calls that were made since the last reading, in their order. */
export function modifyingCalls(dcs: Emulator): () => ModifyingCall[] {
  let read = 0;
  return () => {
    const fresh = dcs.journal.slice(read).filter(({ method, path }) => method !== "GET" && !path.startsWith("/v3/"));
    read = dcs.journal.length;
    return fresh.map(({ method, path, body }) => ({
      // A create has no id yet: its name is what it can be told by.
      instance: path.match(ID)?.[0].slice(1) ?? String((body as { name?: string } | undefined)?.name),
      call: `${method} ${path.replace(/^\/v[\d.]+\/[0-9a-f]{32}/, "").replace(ID, "/{id}")}`,
      ...(body === undefined ? {} : { body: withoutNodes(body) }),
    }));
  };
}

/** The node that a request names; nobody knows its id beforehand. */
export const NODE = "{node}";

const withoutNodes = (body: unknown): unknown => {
  const { node_list: nodes } = body as { node_list?: unknown };
  return Array.isArray(nodes) ? { ...(body as object), node_list: nodes.map(() => NODE) } : body;
};
