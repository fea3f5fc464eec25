interface Access {
  readonly endpoint?: string;
  readonly password?: string;
  readonly enableSsl?: boolean;
  readonly noPasswordAccess?: boolean;
}

/** The URL that Redis clients take; `undefined` if the address or the password is not known. */
export function connectionStringOf({ endpoint, password, enableSsl, noPasswordAccess }: Access): string | undefined {
  if (endpoint === undefined) return undefined;
  const scheme = enableSsl ? "rediss" : "redis";
  if (noPasswordAccess) return `${scheme}://${endpoint}`;
  return password === undefined ? undefined : `${scheme}://:${encodeURIComponent(password)}@${endpoint}`;
}
