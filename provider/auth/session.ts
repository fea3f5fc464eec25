import type { Settings } from "../config/settings/settings";
import { AccessKeySession } from "./access-key/access-key";
import type { Authenticator } from "./credentials/authenticator";
import type { IamCall } from "./credentials/iam-call";
import { agencySession, withoutProject } from "./token/agency";
import { passwordSession } from "./token/password";
import { ReadyToken } from "./token/ready-token";

interface SessionKind {
  readonly applies: (settings: Settings) => boolean;
  readonly open: (callIam: IamCall, settings: Settings) => Authenticator;
}

/** The ways to sign in; the first that applies counts. */
const SESSION_KINDS: readonly SessionKind[] = [
  { applies: ({ token }) => token !== undefined, open: (callIam, settings) => new ReadyToken(callIam, settings) },
  {
    applies: ({ accessKey, secretKey }) => accessKey !== undefined && secretKey !== undefined,
    open: (callIam, settings) => new AccessKeySession(callIam, settings),
  },
  { applies: () => true, open: passwordSession },
];

function openOwn(callIam: IamCall, settings: Settings): Authenticator {
  const kind = SESSION_KINDS.find(({ applies }) => applies(settings)) as SessionKind;
  return kind.open(callIam, settings);
}

/** The session that the settings ask for. An agency wraps any of them. Makes no call yet. */
export const openSession = (callIam: IamCall, settings: Settings): Authenticator =>
  settings.agencyName === undefined
    ? openOwn(callIam, settings)
    : agencySession(callIam, settings, openOwn(callIam, withoutProject(settings)));
