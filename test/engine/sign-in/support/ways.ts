import type { Emulator } from "../../../../emulator";
import { account } from "../../../../emulator/world/accounts/account";
import { type SettingTexts, settingsOf } from "./settings";

/** A way to sign in. */
export interface Way {
  readonly title: string;
  /** What is to be set; asked again for each run, because a passcode is good for half a minute. */
  readonly settings: (dcs: Emulator) => SettingTexts;
  /** What is good for one run may be refused at the next. */
  readonly shortLived?: true;
  /** Project in which the caches are made. */
  readonly project: string;
}

const [own] = account.projects;

const byIds = ({ userName: _, domainName: __, projectName: ___, ...others }: SettingTexts): SettingTexts => ({
  ...others,
  userId: account.user.id,
  projectId: own.id,
});

const byProjectId = ({ projectName: _, ...others }: SettingTexts): SettingTexts => ({ ...others, projectId: own.id });

export const WAYS: readonly Way[] = [
  { title: "a ready token", settings: ({ signIn }) => settingsOf(signIn.token), project: own.id },
  { title: "user and password by names", settings: ({ signIn }) => settingsOf(signIn.password), project: own.id },
  { title: "user and password by ids", settings: ({ signIn }) => byIds(settingsOf(signIn.password)), project: own.id },
  {
    title: "password and passcode",
    settings: ({ signIn }) => settingsOf(signIn.mfa),
    shortLived: true,
    project: own.id,
  },
  {
    title: "access keys and a project's id",
    settings: ({ signIn }) => byProjectId(settingsOf(signIn.keys)),
    project: own.id,
  },
  { title: "access keys and a project's name", settings: ({ signIn }) => settingsOf(signIn.keys), project: own.id },
  { title: "temporary access keys", settings: ({ signIn }) => settingsOf(signIn.temporaryKeys), project: own.id },
  {
    title: "an agency",
    settings: ({ signIn }) => settingsOf(signIn.agency),
    project: account.delegatedProject.id,
  },
];
