import * as pulumi from "@pulumi/pulumi";
import { ApiError } from "../../../provider/http/errors/api-error";
import type { Values } from "../../../provider/resource/describe/argument";
import { LIFECYCLE_ARGUMENTS } from "../../../provider/resource/describe/lifecycle-arguments";
import type { ResourceType } from "../../../provider/resource/describe/resource-type";
import { DynamicResource, optionArguments } from "../../../provider/resource/dynamic-resource";
import { methodsOf } from "../../../provider/resource/methods";

/*
 * A resource type built on the kit, to show what one costs: a note that a small server keeps. Its name is fixed, its text
 * is secret. Everything else here is what the kit makes of it.
 */

interface Note {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly status: string;
}

/** The server that keeps notes. */
interface Notes {
  readonly url: string;
}

async function call<T>({ url }: Notes, method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(url + path, { method, body: body && JSON.stringify(body) });
  if (answer.ok) return (await answer.json()) as T;
  const purpose = `${method} the note`;
  throw new ApiError({ kind: "http", method, path, purpose, status: answer.status, notExecuted: answer.status < 500 });
}

const ARGUMENTS = {
  name: {
    schema: { type: "string", minLength: 3, remedy: "use at least three letters" },
    change: { how: "replace", because: "is fixed when the note is made" },
  },
  text: {
    schema: { type: "string", maxLength: 20, remedy: "use up to 20 letters", secret: true },
    change: { how: "edit" },
  },
  ...LIFECYCLE_ARGUMENTS,
} as const;

const note: ResourceType<Notes, Note> = {
  noun: "note",
  lost: "its id and its text",
  schema: {
    type: "object",
    additionalProperties: false,
    required: ["name", "text"],
    properties: Object.fromEntries(Object.entries(ARGUMENTS).map(([name, { schema }]) => [name, schema])),
  },
  arguments: ARGUMENTS,
  steps: {
    edit: {
      carryOut: ({ service, id, declared }) => call(service, "PUT", `/notes/${id}`, { text: declared.text }),
      atOnce: true,
    },
  },
  statuses: {
    classes: { READY: "serving", TORN: "failed" },
    createFailed: "TORN",
    creating: "WRITING",
    deleting: "BURNING",
  },
  calls: {
    read: (service, id) => call(service, "GET", `/notes/${id}`),
    delete: (service, id) => call(service, "DELETE", `/notes/${id}`),
    list: (service) => call(service, "GET", "/notes"),
    sightingOf: ({ id, status }) => ({ id, status }),
    isNotFound: (error) => error instanceof ApiError && error.status === 404,
    isBusy: (error) => error instanceof ApiError && error.status === 423,
  },
  timeouts: { create: 60_000, update: 60_000, delete: 60_000 },
  connect: (run) => run.attach(serverAt(String(process.env.NOTES_URL))),
  toState: async (_, declared, { name, text, status }) => ({ ...declared, name, text, status }),
  async create(operations, service, inputs) {
    // What a run that was killed has made is gone on with.
    const known = (await call<Note[]>(service, "GET", "/notes")).find(({ name }) => name === inputs.name);
    const { id } = known ?? (await call<Note>(service, "POST", "/notes", { name: inputs.name, text: inputs.text }));
    const { limit } = operations;
    return { id, state: await operations.waitUntilCreated(id, inputs, { limit, deadline: Date.now() + limit }) };
  },
};

const servers = new Map<string, Notes>();

function serverAt(url: string): Notes {
  const known = servers.get(url) ?? { url };
  servers.set(url, known);
  return known;
}

const { delete: remove, ...methods } = methodsOf(note);
export const { configure, check, diff, create, read, update } = methods;
export { remove as delete };

/** A note, as programs declare it. */
export class NoteResource extends DynamicResource {
  declare readonly status: pulumi.Output<string>;

  constructor(name: string, { text, ...args }: Values, opts: pulumi.CustomResourceOptions = {}) {
    super(
      { name: "Note", module: __filename, properties: ["name", "text", "status"], secrets: ["text"] },
      name,
      () => ({ ...args, text: pulumi.secret(text), ...optionArguments(opts) }),
      opts,
    );
  }
}
