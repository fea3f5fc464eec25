import { signInElsewhere } from "../elsewhere";
import { type WrongSetUp, without } from "../row";

const REMEDY = "get a new token, or remove it and set otc:userName / OS_USERNAME and otc:password / OS_PASSWORD";

/** A token made elsewhere. */
export const token: readonly WrongSetUp[] = [
  {
    title: "token that has expired",
    env: ({ signIn }) => signIn.token,
    before: ({ expireTokens }) => expireTokens(),
    setting: "token",
    says: ["(from OS_AUTH_TOKEN in the environment) is invalid or expired", REMEDY],
  },
  {
    title: "token that has expired, with project and address of DCS given",
    env: ({ signIn, url }) => ({
      ...signIn.token,
      OS_PROJECT_ID: "10ca110ca110ca110ca110ca110ca110",
      OS_DCS_ENDPOINT_OVERRIDE: url,
    }),
    before: ({ expireTokens }) => expireTokens(),
    setting: "token",
    says: ["(from OS_AUTH_TOKEN in the environment) is invalid or expired", REMEDY],
  },
  {
    title: "token that is not known",
    config: { "otc:token": "gAAAAB-made-elsewhere-and-cut-off" },
    env: ({ signIn }) => without(signIn.token, "OS_AUTH_TOKEN"),
    setting: "token",
    says: ["(from otc:token in the stack's config) is invalid or expired", REMEDY],
  },
  {
    title: "token for the whole account instead of a project",
    env: async ({ signIn }) => ({ ...signIn.token, OS_AUTH_TOKEN: await signInElsewhere(signIn.password) }),
    setting: "token",
    says: ["(from OS_AUTH_TOKEN in the environment) is not made for a project: get one"],
  },
  {
    title: "token for the whole account, and a project",
    env: async ({ signIn }) => ({
      ...signIn.token,
      OS_AUTH_TOKEN: await signInElsewhere(signIn.password),
      OS_PROJECT_ID: "10ca110ca110ca110ca110ca110ca110",
    }),
    setting: "token",
    says: ["(from OS_AUTH_TOKEN in the environment) is not made for a project: get one"],
  },
  {
    title: "token for another project than the one that is set",
    env: ({ signIn }) => ({ ...signIn.token, OS_PROJECT_ID: "10ca310ca310ca310ca310ca310ca310" }),
    setting: "projectId",
    says: [
      'is "10ca310ca310ca310ca310ca310ca310" (from OS_PROJECT_ID in the environment)',
      "the token (from OS_AUTH_TOKEN",
    ],
  },
  {
    title: "token for another project than the resource's",
    env: ({ signIn }) => signIn.token,
    target: { projectId: "10ca310ca310ca310ca310ca310ca310" },
    setting: "projectId",
    says: ["(from the resource's argument projectId)"],
  },
];
