import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import tls, { createSecureContext, rootCertificates, type SecureContext } from "node:tls";

const CERTIFICATE = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]+-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;

/** A file of authorities to trust in addition, and how messages name it. */
export interface AuthorityFile {
  readonly file: string;
  /** Name of the setting that names the file. */
  readonly setting: string;
  /** Where that setting was found. */
  readonly origin?: string;
}

function certificatesIn({ file, setting, origin }: AuthorityFile): string[] {
  const named = `${setting} names ${JSON.stringify(file)}${origin ? ` (from ${origin})` : ""}`;
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "does not exist" : `cannot be read (${code})`;
    throw new Error(`${named}, which ${why}: set it to a PEM file`);
  }
  const certificates = text.match(CERTIFICATE) ?? [];
  try {
    for (const certificate of certificates) new X509Certificate(certificate);
  } catch {
    throw new Error(`${named}, which holds a damaged certificate: fetch the PEM file of the authority again`);
  }
  if (certificates.length === 0) {
    throw new Error(
      `${named}, which holds no certificate in PEM form (-----BEGIN CERTIFICATE-----): set it to a PEM file`,
    );
  }
  return certificates;
}

/** What is wrong with a file of authorities, in one line. */
export function certificateProblem(file: AuthorityFile): string | undefined {
  try {
    certificatesIn(file);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

type Store = "default" | "system";

const { getCACertificates } = tls as { getCACertificates?: (store: Store) => string[] };

/** Authorities that Node.js trusts by itself. */
function defaultAuthorities(): readonly string[] {
  if (getCACertificates) return getCACertificates("default");
  const extra = process.env.NODE_EXTRA_CA_CERTS;
  try {
    return [...rootCertificates, ...(extra ? [readFileSync(extra, "utf8")] : [])];
  } catch {
    // Node.js has already warned of it at its start.
    return rootCertificates;
  }
}

/** From Node.js 22.15 those of the operating system. */
const systemAuthorities = (): readonly string[] => getCACertificates?.("system") ?? [];

/**
 * The authorities that connections trust: those known already, and those of the file.
 *
 * @throws Error in one line, when the file cannot be read or holds no certificate.
 */
export const authorities = (file: AuthorityFile | undefined): string[] => [
  ...new Set([...defaultAuthorities(), ...systemAuthorities(), ...(file === undefined ? [] : certificatesIn(file))]),
];

let usual: SecureContext | undefined;

// A list of authorities takes longer than a call to read. Without one Node.js trusts what it trusts by itself.
const makeUsual = (): SecureContext =>
  createSecureContext(systemAuthorities().length === 0 ? {} : { ca: authorities(undefined) });

/** Made once for all connections of a client, and without a file once for all clients. */
export function trust(file: AuthorityFile | undefined): SecureContext {
  if (file !== undefined) return createSecureContext({ ca: authorities(file) });
  usual ??= makeUsual();
  return usual;
}
