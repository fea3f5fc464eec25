import { X509Certificate } from "node:crypto";
import type { UnzipFileInfo, Unzipped } from "fflate";

/** Bytes of a certificate file; a larger entry is none. */
const LARGEST = 1024 * 1024;

const isPlausible = ({ name, originalSize }: UnzipFileInfo): boolean =>
  /\.(crt|pem|cer)$/i.test(name) && originalSize <= LARGEST;

// Loaded late: only certificates need it, and every run loads this module.
const library = () => require("fflate") as typeof import("fflate");

function entriesOf(zip: Uint8Array): Unzipped {
  try {
    return library().unzipSync(zip, { filter: isPlausible });
  } catch {
    throw new Error("the downloaded file is no zip");
  }
}

function isCertificate(text: string): boolean {
  try {
    return new X509Certificate(text) !== undefined;
  } catch {
    return false;
  }
}

/** The certificate of the authority in the zip that the service offers, as PEM text. */
export function certificateIn(zip: Uint8Array): string {
  const entries = Object.entries(entriesOf(zip));
  const [, named] = entries.find(([name]) => /(^|\/)ca\.crt$/.test(name)) ?? entries[0] ?? [];
  if (named === undefined) throw new Error("the downloaded zip contains no ca.crt");
  const text = library().strFromU8(named);
  if (!isCertificate(text)) throw new Error("the ca.crt in the downloaded zip is no certificate in PEM form");
  return text;
}
