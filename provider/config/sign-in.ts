import type { ConfigProblem } from "./problem";
import { type SettingName, spelled } from "./settings";
import type { Collected } from "./values";

const either = (...names: SettingName[]): string => names.map(spelled).join(", or ");

/** What is missing to sign in, with a token or with a user and a password. */
export function signInProblems(has: Collected, looked: string): ConfigProblem[] {
  const problem = (name: SettingName, message: string): ConfigProblem => ({ setting: `otc:${name}`, message });
  if (has.token || (has.accessKey && has.secretKey)) return [];
  const user = has.userName ?? has.userId;
  if (!user && !has.password) {
    const unused = has.accessKey
      ? ` (${has.accessKey.origin} was found, but no secret key)`
      : has.cloud
        ? ` (${has.cloud.origin} was found, but this version does not read clouds.yaml)`
        : "";
    const ways = `set ${spelled("token")}, or ${spelled("userName")} with ${spelled("password")}`;
    return [problem("userName", `no way to sign in${unused}: ${ways}; looked in ${looked}`)];
  }
  const problems: ConfigProblem[] = [];
  if (!has.password) {
    const message = `there is a user (from ${user?.origin}) but no password: set ${spelled("password")}; looked in ${looked}`;
    problems.push(problem("password", message));
  }
  if (!user) {
    const message = `there is a password (from ${has.password?.origin}) but no user: set ${either("userName", "userId")}; looked in ${looked}`;
    problems.push(problem("userName", message));
  }
  if (!has.projectName && !has.projectId) {
    const message = `no project: set ${either("projectName", "projectId")}; looked in ${looked}`;
    problems.push(problem("projectName", message));
  }
  const byName = has.userName && !has.userId ? has.userName : has.projectId ? undefined : has.projectName;
  if (byName && !has.domainName && !has.domainId) {
    const message = `a name (from ${byName.origin}) is unique only within its account, and there is no account: set ${either("domainName", "domainId")}; looked in ${looked}`;
    problems.push(problem("domainName", message));
  }
  return problems;
}
