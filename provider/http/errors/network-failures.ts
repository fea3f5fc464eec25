export interface NetworkFailure {
  readonly words: string;
  readonly remedy: string;
  /** The service cannot have received the request. */
  readonly notDone: boolean;
  /** Waiting does not help. */
  readonly lasting?: true;
}

const ADDRESS =
  "check the network, the proxy, and otc:region / OS_REGION_NAME, otc:authUrl / OS_AUTH_URL, otc:dcsEndpoint / OS_DCS_ENDPOINT_OVERRIDE";
const TRUST = "set otc:caCertFile / OS_CACERT to a PEM file of its authority";
const lacking = (file: string) =>
  `otc:caCertFile / OS_CACERT names ${JSON.stringify(file)}, which does not hold its authority: add that`;

const unreachable = (words: string): NetworkFailure => ({ words, remedy: ADDRESS, notDone: true });
const lost = (words: string): NetworkFailure => ({ words, remedy: "", notDone: false });
const untrusted = (words: string): NetworkFailure => ({ words, remedy: TRUST, notDone: true, lasting: true });

/** What the codes of Node.js mean for a call. */
const FAILURES: Readonly<Record<string, NetworkFailure>> = {
  ECONNREFUSED: unreachable("the connection is refused"),
  ENOTFOUND: unreachable("the host name is unknown"),
  EAI_AGAIN: unreachable("the name service does not answer"),
  ENETUNREACH: unreachable("there is no route to the network"),
  EHOSTUNREACH: unreachable("there is no route to the host"),
  ECONNRESET: lost("the connection was closed before the answer"),
  EPIPE: lost("the connection was closed before the answer"),
  ETIMEDOUT: lost("the connection timed out"),
  ENETDOWN: unreachable("the network is down"),
  EHOSTDOWN: unreachable("the host is down"),
  EADDRNOTAVAIL: unreachable("no local address is free"),
  // A damaged record within a conversation has the same code: what was sent before may have been carried out.
  EPROTO: { ...lost("the other side does not speak TLS"), remedy: ADDRESS, lasting: true },
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted("the certificate is self-signed"),
  SELF_SIGNED_CERT_IN_CHAIN: untrusted("the certificate chain ends in an unknown authority"),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted("the certificate's authority is unknown"),
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted("the certificate's authority is unknown"),
  UNABLE_TO_GET_ISSUER_CERT: untrusted("an authority in the certificate chain is unknown"),
  CERT_UNTRUSTED: untrusted("the certificate's authority is not trusted"),
  CERT_NOT_YET_VALID: { ...untrusted("the certificate is not valid yet"), remedy: "check this machine's clock" },
  CERT_HAS_EXPIRED: { ...untrusted("the certificate has expired"), remedy: "check this machine's clock" },
  ERR_TLS_CERT_ALTNAME_INVALID: { ...untrusted("the certificate is for another host"), remedy: ADDRESS },
};

/** `whileConnecting`: the failure came before anything could be sent. `caCertFile`: what is trusted as well. */
export function networkFailure(
  code: string | undefined,
  whileConnecting: boolean,
  caCertFile?: string,
): NetworkFailure {
  const known = FAILURES[code ?? ""] ?? lost(`the connection failed${code ? ` (${code})` : ""}`);
  if (known.remedy === TRUST && caCertFile !== undefined) return { ...known, remedy: lacking(caCertFile) };
  return whileConnecting && !known.notDone ? { ...known, remedy: ADDRESS, notDone: true } : known;
}
