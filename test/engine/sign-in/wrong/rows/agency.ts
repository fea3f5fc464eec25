import type { WrongSetUp } from "../row";

const CHECK = "check what was used:";

/** Acting for another account. */
export const agency: readonly WrongSetUp[] = [
  {
    title: "agency that there is not",
    env: ({ signIn }) => ({ ...signIn.agency, OS_AGENCY_NAME: "cachse" }),
    setting: "agencyName",
    says: ["The agency does not exist", CHECK, 'is "cachse" (from OS_AGENCY_NAME in the environment)'],
    omits: ["OS_DELEGATED_PROJECT"],
  },
  {
    title: "agency of another account",
    config: { "otc:agencyName": "local-agency", "otc:agencyDomainName": "partner" },
    env: ({ signIn }) => signIn.agency,
    setting: "agencyDomainName",
    says: ["The agency does not exist", 'is "partner" (from otc:agencyDomainName in the stack\'s config)'],
  },
  {
    title: "project that the agency's account does not have",
    env: ({ signIn }) => ({ ...signIn.agency, OS_DELEGATED_PROJECT: "eu-de_delegatde" }),
    setting: "delegatedProject",
    says: ["The project does not exist", 'is "eu-de_delegatde" (from OS_DELEGATED_PROJECT in the environment)'],
  },
  {
    title: "wrong password of the user who takes the agency on",
    env: ({ signIn }) => ({ ...signIn.agency, OS_PASSWORD: "Not-the-right-one7" }),
    setting: "password",
    says: ["cannot sign in at", "The username or password is wrong", "(from OS_PASSWORD in the environment)"],
  },
];
