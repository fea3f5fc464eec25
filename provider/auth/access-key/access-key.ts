import { type Settings, settingLabel } from "../../config/settings/settings";
import { type ApiError, isUnauthorized } from "../../http/errors/api-error";
import type { Headers } from "../../http/exchange/request";
import { rememberSecret } from "../../http/secrets/redact";
import type { Authenticator, SignedIn } from "../credentials/authenticator";
import type { IamCall, UnsignedRequest } from "../credentials/iam-call";
import { once } from "../credentials/once";
import { checkUsed, type Hint, type NamedSetting, type StandingRefusal, standing } from "../credentials/refusal";
import { sign } from "../signature/sign";
import { findAccount, findProject, readCatalogue, type SignedIamCall, verifyAt } from "./access-key-scope";
import { clockRemedy } from "./clock";

const USED: readonly NamedSetting[] = ["accessKey", "secretKey", "securityToken", "projectName", "projectId"];

const TEMPORARY: Hint = {
  about: "securityToken",
  words:
    "temporary keys live 15 minutes to 24 hours: get new ones, all three values; permanent keys take no security token",
};

const PERMANENT: Hint = {
  about: "securityToken",
  words: `if the keys are temporary, set ${settingLabel("securityToken")} as well`,
};

interface Verified extends SignedIn {
  /** Header that names the project, or the account, of the call. */
  readonly scope: Headers;
}

/**
 * Signs every request by access key. One call tests the keys before any other is made: IAM locks a key after a few
 * refusals, and many instances at once would cause that. A refusal is not tried again in the whole run.
 */
export class AccessKeySession implements Authenticator {
  readonly #verified: () => Promise<Verified>;
  #refusal?: StandingRefusal;

  constructor(
    private readonly callIam: IamCall,
    private readonly settings: Settings,
  ) {
    rememberSecret(settings.secretKey);
    rememberSecret(settings.securityToken);
    this.#verified = once(() => this.#verify());
  }

  async authorize(request: UnsignedRequest): Promise<Headers> {
    const { scope } = await this.#verified();
    return this.#sign(request, scope);
  }

  outlived(): boolean {
    return false;
  }

  async renew(refusal: ApiError): Promise<void> {
    throw this.#remember(refusal);
  }

  signedIn(): Promise<SignedIn> {
    return this.#verified();
  }

  async #verify(): Promise<Verified> {
    const callIam: SignedIamCall = async (request, scope = {}) => {
      try {
        return await this.callIam(request, (unsigned) => this.#sign(unsigned, scope));
      } catch (error) {
        // A 401 refuses the keys, whatever the call was for.
        const { authUrl } = this.settings;
        const where = request.url.startsWith(authUrl) ? authUrl : new URL(request.url).origin;
        throw isUnauthorized(error) ? this.#remember(error, `sign in by access key at ${where}`) : error;
      }
    };
    const projectId = await findProject(callIam, this.settings);
    if (projectId === undefined) {
      // The account itself calls. The agency is assumed in its name and has its own catalogue.
      const accountId = await findAccount(callIam, this.settings);
      return { scope: accountId === undefined ? {} : { "X-Domain-Id": accountId }, catalogue: [] };
    }
    const scope = { "X-Project-Id": projectId };
    const { dcsEndpoint } = this.settings;
    if (this.settings.projectId !== undefined && dcsEndpoint !== undefined) {
      // IAM is not needed: project and endpoint are configured.
      await verifyAt(callIam, dcsEndpoint, scope);
      return { projectId, scope, catalogue: [] };
    }
    return { projectId, scope, catalogue: await readCatalogue(callIam, this.settings, scope) };
  }

  #sign(request: UnsignedRequest, scope: Headers): Headers {
    if (this.#refusal) throw this.#refusal(request.purpose);
    const { accessKey = "", secretKey = "", securityToken } = this.settings;
    const content: Headers = request.body === undefined ? {} : { "Content-Type": "application/json" };
    const headers = { ...content, ...scope };
    return {
      ...headers,
      ...sign({ ...request, headers }, { accessKey, secretKey }),
      ...(securityToken === undefined ? {} : { "X-Security-Token": securityToken }),
    };
  }

  #remember(refusal: ApiError, purpose = refusal.purpose): ApiError {
    const hint = this.settings.securityToken === undefined ? PERMANENT : TEMPORARY;
    this.#refusal ??= standing(refusal, clockRemedy(refusal) ?? checkUsed(refusal, this.settings, USED, hint));
    return this.#refusal(purpose);
  }
}
