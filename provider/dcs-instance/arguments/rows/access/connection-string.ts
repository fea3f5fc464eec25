import { schemeOf } from "./tls";

type Access = Parameters<typeof schemeOf>[0] & {
  readonly endpoint?: string;
  readonly password?: string;
  readonly noPasswordAccess?: boolean;
};

/** The URL that Redis clients take; `undefined` if the address or the password is not known. */
export function connectionStringOf({ endpoint, password, noPasswordAccess, ...others }: Access): string | undefined {
  if (endpoint === undefined) return undefined;
  const scheme = schemeOf(others);
  if (noPasswordAccess) return `${scheme}://${endpoint}`;
  return password === undefined ? undefined : `${scheme}://:${encodeURIComponent(password)}@${endpoint}`;
}
