import { type WrongSetUp, without } from "../row";

const CHECK = "check what was used:";
const OTHERS = "0123456789abcdef0123456789abcdef";

/** Access keys, permanent and temporary. */
export const keys: readonly WrongSetUp[] = [
  {
    title: "access key that is not known",
    env: ({ signIn }) => ({ ...signIn.keys, OS_ACCESS_KEY: "EXAMPLEACCESSKEY0001" }),
    setting: "accessKey",
    says: [CHECK, 'is "EXAMPLEACCESSKEY0001" (from OS_ACCESS_KEY in the environment)'],
  },
  {
    title: "wrong secret key",
    env: ({ signIn }) => ({ ...signIn.keys, OS_SECRET_KEY: "exampleSecretKey0123456789abcdefghijklmn" }),
    setting: "secretKey",
    says: [CHECK, "(from OS_SECRET_KEY in the environment)"],
  },
  {
    title: "access keys of the stack with the security token of others in the same place",
    config: { "otc:securityToken": "example-security-token" },
    env: ({ signIn }) => signIn.keys,
    setting: "securityToken",
    says: [CHECK, "(from otc:securityToken in the stack's config)"],
  },
  {
    title: "project that is not in the keys' account, by name",
    env: ({ signIn }) => ({ ...signIn.keys, OS_PROJECT_NAME: "eu-de_shpo" }),
    setting: "projectName",
    says: ['is "eu-de_shpo" (from OS_PROJECT_NAME in the environment)', "otc:projectId / OS_PROJECT_ID"],
  },
  {
    title: "project that is not in the keys' account, by id",
    env: ({ signIn }) => ({ ...without(signIn.keys, "OS_PROJECT_NAME"), OS_PROJECT_ID: OTHERS }),
    setting: "projectId",
    says: [`"${OTHERS}" (from OS_PROJECT_ID in the environment)`],
    omits: ["OS_SECRET_KEY", "OS_SECURITY_TOKEN"],
  },
  {
    title: "temporary keys that have expired",
    env: ({ signIn }) => signIn.temporaryKeys,
    before: ({ expireTemporaryKeys }) => expireTemporaryKeys(),
    setting: "securityToken",
    says: ["temporary keys live 15 minutes to 24 hours", "(from OS_SECURITY_TOKEN in the environment)"],
  },
  {
    title: "temporary keys with the security token of others",
    env: ({ signIn }) => ({ ...signIn.temporaryKeys, OS_SECURITY_TOKEN: "example-security-token" }),
    setting: "securityToken",
    says: ["get new ones, all three values"],
  },
  {
    title: "temporary keys without their security token",
    env: ({ signIn }) => without(signIn.temporaryKeys, "OS_SECURITY_TOKEN"),
    setting: "securityToken",
    says: [CHECK, "(from OS_ACCESS_KEY in the environment)"],
  },
  {
    title: "clock of this machine behind the service's",
    service: { clockSkewMs: 42 * 60_000 },
    env: ({ signIn }) => signIn.keys,
    says: ["the clock of this machine is 42 minutes behind the service's", "set the clock"],
  },
  {
    title: "clock of this machine ahead of the service's",
    service: { clockSkewMs: -42 * 60_000 },
    env: ({ signIn }) => signIn.temporaryKeys,
    says: ["the clock of this machine is 42 minutes ahead of the service's", "set the clock"],
  },
];
