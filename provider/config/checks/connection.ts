import { certificateProblem } from "../../http/connection/certificates";
import { proxyProblem } from "../../http/connection/proxy";
import { CONNECTION_LABELS } from "../settings/connection-labels";
import type { ConfigProblem } from "../settings/problem";
import type { Settings } from "../settings/settings";

/** What is wrong with authorities and proxies. */
export function connectionProblems({ caCertFile: file, authUrl, dcsEndpoint, origins }: Settings): ConfigProblem[] {
  const setting = CONNECTION_LABELS.authorities;
  const certificate =
    file === undefined ? undefined : certificateProblem({ file, setting, origin: origins.caCertFile });
  const proxies = new Set([authUrl, dcsEndpoint ?? authUrl].map(proxyProblem));
  return [
    ...(certificate ? [{ setting: "otc:caCertFile", message: certificate }] : []),
    ...[...proxies].flatMap((message) => (message ? [{ setting: "otc:authUrl", message }] : [])),
  ];
}
