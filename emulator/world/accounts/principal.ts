import type { Agency, Domain, User } from "./account";

/** Who acts: a user, in its own domain or for the domain of an agency. */
export interface Principal {
  readonly user: User;
  readonly agency?: Agency;
}

/** The domain a principal acts in. */
export function domainOf({ user, agency }: Principal): Domain {
  return agency?.domain ?? user.domain;
}
