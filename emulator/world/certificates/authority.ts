import { generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { isIPv4, isIPv6 } from "node:net";
import { bits, der, integer, isTrue, octets, oid, pem, sequence, text, time } from "./der";

/** A certificate and its key, both PEM. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

const ecdsaWithSha256 = sequence(oid("2a8648ce3d040302"));
const dayMs = 24 * 60 * 60 * 1000;
const lifeMs = 10 * 365 * dayMs;

const named = (name: string): Buffer => sequence(der(0x31, sequence(oid("550403"), text(name))));

const isAuthority = sequence(oid("551d13"), isTrue, octets(sequence(isTrue)));

const loopbackV6 = Buffer.concat([Buffer.alloc(15), Buffer.from([1])]);

function host(name: string): Buffer {
  if (isIPv4(name)) return der(0x87, Buffer.from(name.split(".").map(Number)));
  // The only address of version 6 that a local server has.
  return isIPv6(name) ? der(0x87, loopbackV6) : der(0x82, Buffer.from(name));
}

const validFor = (names: readonly string[]): Buffer => sequence(oid("551d11"), octets(sequence(...names.map(host))));

const newKey = () => generateKeyPairSync("ec", { namedCurve: "P-256" });

interface Content {
  readonly subject: string;
  readonly publicKey: KeyObject;
  readonly extension: Buffer;
}

/** Signs the certificates of the instances of one emulator, which clients then trust by its own. */
export class Authority {
  /** Its own certificate, PEM. */
  readonly certificate: string;
  private readonly name = "Local DCS";
  private readonly key: KeyObject;

  constructor() {
    const { privateKey, publicKey } = newKey();
    this.key = privateKey;
    this.certificate = this.signed({ subject: this.name, publicKey, extension: isAuthority });
  }

  /** A new certificate for a server at these addresses and names. */
  issue(names: readonly string[]): Identity {
    const { privateKey, publicKey } = newKey();
    const cert = this.signed({ subject: "Local Redis", publicKey, extension: validFor(names) });
    return { cert, key: privateKey.export({ type: "pkcs8", format: "pem" }) as string };
  }

  private signed({ subject, publicKey, extension }: Content): string {
    const content = sequence(
      der(0xa0, integer(2)),
      integer(1, ...randomBytes(8)),
      ecdsaWithSha256,
      named(this.name),
      sequence(time(new Date(Date.now() - dayMs)), time(new Date(Date.now() + lifeMs))),
      named(subject),
      publicKey.export({ type: "spki", format: "der" }),
      der(0xa3, sequence(extension)),
    );
    return pem("CERTIFICATE", sequence(content, ecdsaWithSha256, bits(sign("sha256", content, this.key))));
  }
}
