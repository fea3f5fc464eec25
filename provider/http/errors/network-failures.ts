import type { SettingLabels } from "../exchange/setting-labels";

export interface NetworkFailure {
  readonly words: string;
  readonly remedy: string;
  /** The service cannot have received the request. */
  readonly notExecuted: boolean;
  /** Waiting does not help. */
  readonly permanent?: true;
}

type Remedy = (labels: SettingLabels, caCertFile: string | undefined) => string;

const checkAddress: Remedy = ({ address }) => `check the network, the proxy, and ${address}`;
const checkClock: Remedy = () => "check this machine's clock";
const nothing: Remedy = () => "";
const trustAuthority: Remedy = ({ authorities }, caCertFile) =>
  caCertFile === undefined
    ? `set ${authorities} to a PEM file of its authority`
    : `${authorities} names ${JSON.stringify(caCertFile)}, which lacks the authority of that certificate: add it`;

type Row = Omit<NetworkFailure, "remedy"> & { readonly remedy: Remedy };

const unreachable = (words: string): Row => ({ words, remedy: checkAddress, notExecuted: true });
const lost = (words: string): Row => ({ words, remedy: nothing, notExecuted: false });
const untrusted = (words: string): Row => ({ words, remedy: trustAuthority, notExecuted: true, permanent: true });

/** What the codes of Node.js mean for a call. */
const FAILURES: Readonly<Record<string, Row>> = {
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
  // A damaged record in an open connection has the same code: what was sent before may have been carried out.
  EPROTO: { ...lost("the other side does not speak TLS"), remedy: checkAddress, permanent: true },
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted("the certificate is self-signed"),
  SELF_SIGNED_CERT_IN_CHAIN: untrusted("the certificate chain ends in an unknown authority"),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted("the certificate's authority is unknown"),
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted("the certificate's authority is unknown"),
  UNABLE_TO_GET_ISSUER_CERT: untrusted("an authority in the certificate chain is unknown"),
  CERT_UNTRUSTED: untrusted("the certificate's authority is not trusted"),
  CERT_NOT_YET_VALID: { ...untrusted("the certificate is not valid yet"), remedy: checkClock },
  CERT_HAS_EXPIRED: { ...untrusted("the certificate has expired"), remedy: checkClock },
  ERR_TLS_CERT_ALTNAME_INVALID: { ...untrusted("the certificate is for another host"), remedy: checkAddress },
};

export interface NetworkCircumstances {
  /** The failure came before anything could be sent. */
  readonly whileConnecting: boolean;
  readonly labels: SettingLabels;
  /** PEM file of authorities to trust in addition. */
  readonly caCertFile?: string;
}

/** What a failure means for the call, by its code of Node.js if it has one. */
export function networkFailure(
  code: string | undefined,
  { whileConnecting, labels, caCertFile }: NetworkCircumstances,
): NetworkFailure {
  const row = FAILURES[code ?? ""] ?? lost(`the connection failed${code ? ` (${code})` : ""}`);
  const known = whileConnecting && !row.notExecuted ? { ...row, remedy: checkAddress, notExecuted: true } : row;
  return { ...known, remedy: known.remedy(labels, caCertFile) };
}
