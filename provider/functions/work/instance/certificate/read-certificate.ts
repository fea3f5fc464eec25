import type { CallOptions, DcsClient } from "../../../../client/dcs-client";
import { offerCertificate } from "../../../../dcs-instance/api/features/ssl";
import { ApiError, reworded } from "../../../../http/errors/api-error";
import { messageOf } from "../../../../resource/state/partial-failure";
import { certificateIn } from "./in-zip";

const ASK_AGAIN = "try again, which asks for a new link";

async function download(dcs: DcsClient, link: string, purpose: string, options?: CallOptions): Promise<Buffer> {
  try {
    return await dcs.download({ link, purpose }, options);
  } catch (error) {
    // The store answers in XML, and its codes are none of DCS.
    if (!(error instanceof ApiError) || error.kind !== "http") throw error;
    throw reworded(error, { serviceMessage: "the object store refuses the link of the service", remedy: ASK_AGAIN });
  }
}

/** The certificate of the authority that signs the certificates of an instance, as PEM text. */
export async function readCertificate(dcs: DcsClient, id: string, options?: CallOptions): Promise<string> {
  const { link } = await offerCertificate(dcs, id, options);
  const purpose = `download the certificate of the cache ${id}`;
  const zip = await download(dcs, link, purpose, options);
  try {
    return certificateIn(zip);
  } catch (error) {
    throw new Error(`cannot ${purpose}: ${messageOf(error)}; ${ASK_AGAIN}`);
  }
}
