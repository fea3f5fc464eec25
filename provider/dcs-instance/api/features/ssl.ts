import type { CallOptions, DcsClient, Expectation } from "../../../client/dcs-client";
import { isObject } from "../../../http/exchange/json";
import { instancePath } from "../paths";

/** Whether an instance takes TLS connections, and only those. */
export interface Ssl {
  readonly enabled: boolean;
}

/** A file that can be downloaded with its link alone. */
export interface CertificateFile {
  readonly file_name?: string | null;
  /** Anybody who has it can download the file, for a while. */
  readonly link: string;
}

// An instance that never had TLS answers nothing.
const A_SWITCH: Expectation = {
  holds: (body) => body === undefined || (isObject(body) && "enabled" in body),
  otherwise: "the answer does not say whether TLS is on",
};

const A_LINK: Expectation = {
  holds: (body) => isObject(body) && typeof body.link === "string" && URL.canParse(body.link),
  otherwise: "the answer contains no link",
};

/**
 * Reads whether TLS is on.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/network_security/querying_ssl_encryption_of_an_instance.html
 */
export async function readSsl(dcs: DcsClient, id: string, options?: CallOptions): Promise<Ssl> {
  const answer = await dcs.request<{ enabled?: unknown } | undefined>(
    {
      method: "GET",
      path: instancePath(id, "/ssl"),
      purpose: `read the TLS settings of the cache ${id}`,
      expects: A_SWITCH,
    },
    options,
  );
  return { enabled: String(answer?.enabled) === "true" };
}

/**
 * Switches TLS on or off, which restarts the instance. Returns the id of the job that does it, if the service names one.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/network_security/enabling_or_disabling_ssl.html
 */
export async function switchSsl(
  dcs: DcsClient,
  id: string,
  enabled: boolean,
  options?: CallOptions,
): Promise<string | undefined> {
  const answer = await dcs.request<{ job_id?: string | null; jobId?: string | null } | undefined>(
    {
      method: "PUT",
      path: instancePath(id, "/ssl"),
      body: { enabled },
      purpose: `switch TLS ${enabled ? "on" : "off"} for the cache ${id}`,
    },
    options,
  );
  // The reference and the service spell the field differently.
  return answer?.job_id ?? answer?.jobId ?? undefined;
}

/**
 * Asks for a link to the certificate of the authority that signs the certificates of instances.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/network_security/downloading_the_ssl_certificate_of_an_instance.html
 */
export const offerCertificate = (dcs: DcsClient, id: string, options?: CallOptions): Promise<CertificateFile> =>
  dcs.request<CertificateFile>(
    {
      method: "POST",
      path: instancePath(id, "/ssl-certs/download"),
      purpose: `get the certificate of the cache ${id}`,
      expects: A_LINK,
    },
    options,
  );
