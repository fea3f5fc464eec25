import type { Settings } from "../../config/settings/settings";
import type { Headers } from "../../http/exchange/request";
import type { Authenticator } from "../credentials/authenticator";
import type { IamCall } from "../credentials/iam-call";
import { type NamedSetting, refusedSignIn } from "../credentials/refusal";
import { withAuthRetry } from "../credentials/with-auth-retry";
import { SharedToken } from "./shared-token";
import { tokenOf, tokenRequest } from "./token";

const usedBy = ({ delegatedProject }: Settings): readonly NamedSetting[] => [
  "agencyName",
  "agencyDomainName",
  ...(delegatedProject === undefined ? (["projectName", "projectId"] as const) : (["delegatedProject"] as const)),
];

/** The project to work in: a project of the account that made the agency. */
function delegated({ delegatedProject, projectId, projectName, agencyDomainName }: Settings): object {
  const name = delegatedProject ?? (projectId === undefined ? projectName : undefined);
  if (name !== undefined) return { scope: { project: { name, domain: { name: agencyDomainName } } } };
  return projectId === undefined ? {} : { scope: { project: { id: projectId } } };
}

/** The settings of the user who assumes the agency: their own account, and no project of the other account. */
export const withoutProject = ({ projectId: _, projectName: __, ...own }: Settings): Settings => own;

/**
 * Acts for another account through an agency of that account.
 *
 * Reference: https://docs.otc.t-systems.com/identity-access-management/api-ref/apis/token_management/obtaining_an_agency_token.html
 */
export function agencySession(callIam: IamCall, settings: Settings, base: Authenticator): SharedToken {
  const { agencyName, agencyDomainName, authUrl } = settings;
  const auth = {
    identity: { methods: ["assume_role"], assume_role: { domain_name: agencyDomainName, xrole_name: agencyName } },
    ...delegated(settings),
  };
  const purpose = `take on the agency ${JSON.stringify(agencyName)} of ${JSON.stringify(agencyDomainName)} at ${authUrl}`;
  const request = tokenRequest(settings, auth, purpose);
  const assume = async (authorize: () => Promise<Headers>) => {
    try {
      return tokenOf(request, await callIam(request, authorize));
    } catch (error) {
      throw refusedSignIn(error, settings, usedBy(settings));
    }
  };
  return new SharedToken(async (again) => {
    // If the own sign-in is refused, its message says so.
    await base.signedIn();
    // The first time its own credentials are new, so a refusal is about the agency. Later its own credentials may have expired.
    return withAuthRetry(base, request, assume, again ? 1 : 0);
  });
}
