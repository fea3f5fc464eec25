import { type Agency, allProjects, type Domain, type Project, type User } from "../account";

/** Who acts: a user, in its own domain or for the domain of an agency. */
export interface Principal {
  readonly user: User;
  readonly agency?: Agency;
}

/** The domain a principal acts in. */
export function domainOf({ user, agency }: Principal): Domain {
  return agency?.domain ?? user.domain;
}

/** The projects a principal may work in. */
export function projectsOf(principal: Principal): readonly Project[] {
  const { id } = domainOf(principal);
  return allProjects().filter((project) => project.domain.id === id);
}

export function projectOf(principal: Principal, id: string): Project | undefined {
  return projectsOf(principal).find((project) => project.id === id);
}
