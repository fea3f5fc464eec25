import { getProxyForUrl } from "proxy-from-env";
import { rememberSecret } from "../secrets/redact";

/** Loopback addresses are never reached through a proxy. */
export const isLoopback = (url: string): boolean => /^(localhost|127\.[\d.]+|\[::1\])$/.test(new URL(url).hostname);

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The proxy for a URL, as the environment says; undefined for a direct connection. */
function proxyFor(url: string): URL | undefined {
  if (!URL.canParse(url) || isLoopback(url)) return undefined;
  const value = getProxyForUrl(url);
  const proxy = URL.canParse(value) ? new URL(value) : undefined;
  rememberSecret(proxy?.password);
  rememberSecret(decoded(proxy?.password ?? ""));
  return proxy;
}

/** `host:port` of the proxy for a URL, without user and password; undefined for a direct connection. */
export const proxyOf = (url: string): string | undefined => proxyFor(url)?.host;

/** The variable that names the proxy. Variables in lower case have priority. */
function variableOf(url: string): string | undefined {
  const names = [`${new URL(url).protocol.slice(0, -1)}_proxy`, "all_proxy"];
  return names.flatMap((name) => [name, name.toUpperCase()]).find((name) => process.env[name]);
}

/** What is wrong with the proxy of a URL. The variable's value is not repeated: it may hold a password. */
export function proxyProblem(url: string): string | undefined {
  if (!URL.canParse(url) || isLoopback(url) || getProxyForUrl(url) === "") return undefined;
  const variable = variableOf(url);
  const proxy = proxyFor(url);
  // Without a scheme the library would use that of the service, and speak TLS to a proxy that does not.
  const complete = /^https?:\/\/./i.test(process.env[variable ?? ""] ?? "");
  if (proxy && complete) return undefined;
  return `${variable} in the environment is not the address of an HTTP proxy: set it to http://host:port, or exclude the service with NO_PROXY`;
}
