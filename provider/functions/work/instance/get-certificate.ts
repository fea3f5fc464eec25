import { uuid } from "../../../dcs-instance/arguments/row/instance-argument";
import type { GetCertificateArgs } from "../../values/certificate";
import type { Work } from "../carry-out";
import { readCertificate } from "./certificate/read-certificate";

export const work: Work<GetCertificateArgs, string> = {
  schema: {
    required: ["instanceId"],
    properties: { instanceId: uuid("id of the cache", "in a program `cache.id`") },
  },
  look: (dcs, { instanceId }) => readCertificate(dcs, instanceId),
};
