import { signInElsewhere } from "../elsewhere";
import { type WrongSetUp, without } from "../row";

const CHECK = "check what was used:";
const OTHER_CAUSES = ["MFA", "OS_PASSWORD", "OS_PASSCODE"];
const NOBODY = "0123456789abcdef0123456789abcdef";

/** User and password, with and without a passcode. */
export const password: readonly WrongSetUp[] = [
  {
    title: "wrong password",
    env: ({ env }) => ({ ...without(env, "OS_ACCESS_KEY", "OS_SECRET_KEY"), OS_PASSWORD: "Not-the-right-one7" }),
    setting: "password",
    says: ["The username or password is wrong", CHECK, "(from OS_PASSWORD in the environment)"],
    omits: ["OS_PROJECT_NAME"],
  },
  {
    title: "user that is not known in the account",
    env: ({ signIn }) => ({ ...signIn.password, OS_USERNAME: "ops-bto" }),
    setting: "userName",
    says: ['otc:userName / OS_USERNAME is "ops-bto" (from OS_USERNAME in the environment)'],
  },
  {
    title: "user's id that is not known",
    env: ({ signIn }) => ({ ...without(signIn.password, "OS_USERNAME"), OS_USER_ID: NOBODY }),
    setting: "userId",
    says: [`otc:userId / OS_USER_ID is "${NOBODY}" (from OS_USER_ID in the environment)`],
  },
  {
    title: "account that is not the user's",
    config: { "otc:domainName": "OTC-EU-DE-00000000001000099999" },
    env: ({ signIn }) => without(signIn.password, "OS_DOMAIN_NAME"),
    setting: "domainName",
    says: ['is "OTC-EU-DE-00000000001000099999" (from otc:domainName in the stack\'s config)'],
  },
  {
    title: "project that is not in the account, by name",
    env: ({ signIn }) => ({ ...signIn.password, OS_PROJECT_NAME: "eu-de_shpo" }),
    setting: "projectName",
    says: ["The project does not exist", '"eu-de_shpo" (from OS_PROJECT_NAME in the environment)'],
    omits: OTHER_CAUSES,
  },
  {
    title: "project that is not in the account, by id",
    env: ({ signIn }) => ({ ...without(signIn.password, "OS_PROJECT_NAME"), OS_PROJECT_ID: NOBODY }),
    setting: "projectId",
    says: ["The project does not exist", "(from OS_PROJECT_ID in the environment)"],
    omits: OTHER_CAUSES,
  },
  {
    title: "project of the resource that is not in the account",
    env: ({ signIn }) => signIn.password,
    target: { projectId: NOBODY },
    setting: "projectId",
    says: ["The project does not exist", "(from the resource's argument projectId)"],
    omits: OTHER_CAUSES,
  },
  {
    title: "wrong one-time code",
    config: { "otc:passcode": "000000x" },
    env: ({ signIn }) => without(signIn.mfa, "OS_PASSCODE"),
    setting: "passcode",
    says: ["The user or the passcode is wrong", "(from otc:passcode in the stack's config)", "--skip-preview"],
  },
  {
    title: "one-time code that was used before",
    service: { singleUsePasscodes: true },
    env: ({ signIn }) => signIn.mfa,
    before: (_dcs, env) => signInElsewhere(env),
    setting: "passcode",
    says: ["a passcode is good for one sign-in", "(from OS_PASSCODE in the environment)"],
  },
  {
    title: "user that needs a one-time code, without one",
    env: ({ signIn }) => without(signIn.mfa, "OS_PASSCODE"),
    setting: "passcode",
    says: ["a passcode is required"],
  },
];
