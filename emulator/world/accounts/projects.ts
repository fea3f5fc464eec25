import { account, type Project } from "./account";
import { domainOf, type Principal } from "./principal";

/** The projects of one emulator: those of the account, and those added to it. */
export class Projects {
  private readonly added: Project[] = [];

  /** One more project of the account; its name begins with the region. */
  add(name: string): Project {
    const id = (0xadd00000 + this.added.length).toString(16).repeat(4);
    const project = { id, name, domain: account.domain };
    this.added.push(project);
    return project;
  }

  /** The projects a principal may work in. */
  of(principal: Principal): readonly Project[] {
    const { id } = domainOf(principal);
    return [...account.projects, ...this.added].filter((project) => project.domain.id === id);
  }

  find(principal: Principal, id: string): Project | undefined {
    return this.of(principal).find((project) => project.id === id);
  }
}
