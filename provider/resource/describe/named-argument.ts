import type { SchemaObject } from "ajv";
import { camelCase } from "../../client/codes/fields";
import { ApiError, reworded } from "../../http/errors/api-error";
import type { Argument } from "./argument";

type Named = Readonly<Record<string, Pick<Argument, "schema" | "fields">>>;

const isOneOf = (schemas: Readonly<Record<string, SchemaObject>>, name: string): boolean =>
  Object.hasOwn(schemas, name) ||
  Object.values(schemas).some(({ properties }) => properties && isOneOf(properties, name));

function argumentOf(all: Named, field: string): string | undefined {
  const schemas = Object.fromEntries(Object.entries(all).map(([name, { schema }]) => [name, schema]));
  const name = camelCase(field);
  return isOneOf(schemas, name) ? name : Object.keys(all).find((each) => all[each]?.fields?.includes(field));
}

/**
 * Names the argument where the service names a field of its API. For the `catch` of a call: a failure stays a failure.
 *
 * @param all The arguments that the call may be about. A field that belongs to none of them is none of the program's.
 */
export const byArgument =
  (all: Named) =>
  (error: unknown): never => {
    if (!(error instanceof ApiError) || error.explained?.property !== undefined) throw error;
    const { explained } = error;
    const property = explained?.field && argumentOf(all, explained.field);
    throw property ? reworded(error, { explained: { ...explained, property } }) : error;
  };
