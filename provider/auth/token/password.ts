import { type Settings, settingLabel } from "../../config/settings/settings";
import { rememberSecret } from "../../http/secrets/redact";
import type { IamCall } from "../credentials/iam-call";
import { type Hint, isRefusal, type NamedSetting, refusedSignIn } from "../credentials/refusal";
import { SharedToken } from "./shared-token";
import { tokenOf, tokenRequest } from "./token";

const USED: readonly NamedSetting[] = [
  "userName",
  "userId",
  "password",
  "passcode",
  "domainName",
  "domainId",
  "projectName",
  "projectId",
];

const named = (name: string | undefined, id: string | undefined) => (id === undefined ? { name } : { id });

/** The scope is the project, as DCS needs it; without a project it is the account, as an agency needs it. */
function scopeOf(settings: Settings, domain: object | undefined): object {
  if (settings.projectId !== undefined) return { scope: { project: { id: settings.projectId } } };
  if (settings.projectName !== undefined) return { scope: { project: { name: settings.projectName, domain } } };
  return domain ? { scope: { domain } } : {};
}

function authOf(settings: Settings): object {
  const { domainName, domainId, userName, userId, password, passcode } = settings;
  const domain = (domainName ?? domainId) === undefined ? undefined : named(domainName, domainId);
  const user = userId === undefined ? { name: userName, domain } : { id: userId };
  const second = passcode === undefined ? {} : { totp: { user: { ...user, passcode } } };
  return {
    identity: {
      methods: ["password", ...Object.keys(second)],
      password: { user: { ...user, password } },
      ...second,
    },
    ...scopeOf(settings, domain),
  };
}

const MFA: Hint = { about: "passcode", words: `a user with an MFA device needs ${settingLabel("passcode")} as well` };

const ONE_USE: Hint = {
  about: "passcode",
  words:
    "a passcode is good for one sign-in, and preview and update sign in each: set a new one and run `pulumi up --skip-preview`",
};

const passcodeUsedUp = ({ origins }: Settings): Error =>
  new Error(
    `the token of this run is no longer valid, and ${settingLabel("passcode")} (from ${origins.passcode ?? "the settings"}) was good for one sign-in only: set a new one and run again, or sign in by ${settingLabel("accessKey")}, which needs none`,
  );

/** Sign-in by user and password, with the passcode of an MFA device if there is one. */
export function passwordSession(callIam: IamCall, settings: Settings): SharedToken {
  rememberSecret(settings.password);
  rememberSecret(settings.passcode);
  const hint = settings.passcode === undefined ? MFA : ONE_USE;
  return new SharedToken(async (again) => {
    // A passcode sent a second time would be refused and count as a failed sign-in of the account.
    if (again && settings.passcode !== undefined) throw passcodeUsedUp(settings);
    const request = tokenRequest(settings, authOf(settings), `sign in at ${settings.authUrl}`);
    try {
      return tokenOf(request, await callIam(request));
    } catch (error) {
      // IAM knows this path, so a 404 comes from something else.
      if (isRefusal(error) && error.status === 404) throw refusedSignIn(error, settings, ["authUrl", ...USED]);
      throw refusedSignIn(error, settings, USED, hint);
    }
  });
}
