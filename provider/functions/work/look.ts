import type { SchemaObject } from "ajv";
import { redact } from "../../http/secrets/redact";
import { connect, type RunClient, unknownKeyProblems } from "../../process/configuration";
import type { Run } from "../../process/run";
import { validate } from "../../resource/check/validate";
import { byArgument } from "../../resource/describe/named-argument";
import { messageOf } from "../../resource/state/partial-failure";
import type { PlaceArgs } from "../values/place";

/** What a function does. */
export interface Work<A extends PlaceArgs, R> {
  /** Rules of its own arguments; those of the place are added. */
  readonly schema: {
    readonly properties: Readonly<Record<string, SchemaObject>>;
    readonly required?: readonly string[];
  };
  look(dcs: RunClient, args: A): Promise<R>;
}

const PLACE: SchemaObject = {
  region: { type: "string", minLength: 1, remedy: 'use a region such as "eu-de"' },
  projectId: { type: "string", pattern: "^[0-9a-f]{32}$", remedy: "use the project's id, 32 hexadecimal digits" },
};

const schemas = new WeakMap<object, SchemaObject>();

// A schema is compiled once for each object.
function schemaOf({ schema }: Pick<Work<never, never>, "schema">): SchemaObject {
  const known = schemas.get(schema) ?? {
    type: "object",
    additionalProperties: false,
    ...schema,
    properties: { ...schema.properties, ...PLACE },
  };
  schemas.set(schema, known);
  return known;
}

const argumentsOf = (work: Pick<Work<never, never>, "schema">) =>
  Object.fromEntries(
    Object.entries(schemaOf(work).properties).map(([name, schema]) => [name, { schema: schema as SchemaObject }]),
  );

/** Checks the arguments, signs in with the configuration of the run, and looks. */
export async function look<A extends PlaceArgs, R>(run: Run, name: string, work: Work<A, R>, args: A): Promise<R> {
  try {
    const given = Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));
    const wrong = [
      ...validate(schemaOf(work), given).map(({ property, reason }) => `${property}${property && ": "}${reason}`),
      ...unknownKeyProblems(run),
    ];
    if (wrong.length > 0) throw new Error(wrong.join("; "));
    const dcs = connect(run, { region: args.region, projectId: args.projectId });
    return await work.look(dcs, args).catch(byArgument(argumentsOf(work)));
  } catch (error) {
    throw new Error(redact(`${name}: ${messageOf(error)}`));
  }
}
