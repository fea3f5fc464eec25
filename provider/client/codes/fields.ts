/** An argument has the name of its field of the API, in camelCase. What has another name says so in its own row. */
export const camelCase = (field: string): string =>
  field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The text with the arguments' names for the fields of the API that it has in braces, as in `{vpc_id}`. */
export const withArgumentNames = (text: string): string =>
  text.replace(/\{([a-z_.]+)\}/g, (_, field: string) => camelCase(field));

/** The field that the service names, as in `The parameter rename_commands is invalid.` */
export const fieldIn = (said: string | undefined): string | undefined =>
  /\bparameter ([a-z_]+)\b/i.exec(said ?? "")?.[1];
