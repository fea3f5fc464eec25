import { uuid } from "../../../dcs-instance/arguments/row/instance-argument";
import { readCertificate } from "../../../dcs-instance/certificate/read-certificate";
import type { GetCertificateArgs } from "../../values/certificate";
import type { Work } from "../carry-out";

export const work: Work<GetCertificateArgs, string> = {
  schema: {
    required: ["instanceId"],
    properties: { instanceId: uuid("id of the cache", "in a program `cache.id`") },
  },
  look: (dcs, { instanceId }) => readCertificate(dcs, instanceId),
};
