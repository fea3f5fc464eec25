import type { Settings } from "../config/settings/settings";
import { AccessKeySession } from "./access-key/access-key";
import type { Authenticator } from "./proof/authenticator";
import type { Ask } from "./proof/iam-call";
import { agencySession, withoutProject } from "./token/agency";
import { passwordSession } from "./token/password";
import { ReadyToken } from "./token/ready-token";

interface Way {
  readonly applies: (settings: Settings) => boolean;
  readonly open: (ask: Ask, settings: Settings) => Authenticator;
}

/** The ways to sign in; the first that applies counts. */
const WAYS: readonly Way[] = [
  { applies: ({ token }) => token !== undefined, open: (ask, settings) => new ReadyToken(ask, settings) },
  {
    applies: ({ accessKey, secretKey }) => accessKey !== undefined && secretKey !== undefined,
    open: (ask, settings) => new AccessKeySession(ask, settings),
  },
  { applies: () => true, open: passwordSession },
];

function openOwn(ask: Ask, settings: Settings): Authenticator {
  const way = WAYS.find(({ applies }) => applies(settings)) as Way;
  return way.open(ask, settings);
}

/** Signs in by the way the settings ask for; an agency stands around any of them. Calls nothing yet. */
export const openSession = (ask: Ask, settings: Settings): Authenticator =>
  settings.agencyName === undefined
    ? openOwn(ask, settings)
    : agencySession(ask, settings, openOwn(ask, withoutProject(settings)));
