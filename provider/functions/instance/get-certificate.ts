import type * as pulumi from "@pulumi/pulumi";
import { functionOf } from "../call";
import type { GetCertificateArgs } from "../values/certificate";
import type { Inputs } from "../values/place";

const { plain, output } = functionOf<GetCertificateArgs, string>(
  "getCertificate",
  () => require("../work/instance/get-certificate") as typeof import("../work/instance/get-certificate"),
);

/**
 * Gets the certificate that clients of a cache with TLS have to trust (`ca.crt`), as PEM text.
 *
 * Reference: https://docs.otc.t-systems.com/distributed-cache-service/api-ref/apis_v2_recommended/network_security/downloading_the_ssl_certificate_of_an_instance.html
 */
export const getCertificate: (args: GetCertificateArgs) => Promise<string> = plain;

/** {@link getCertificate} with values that may come from resources. */
export const getCertificateOutput: (args: Inputs<GetCertificateArgs>) => pulumi.Output<string> = output;
