import type { Collected } from "../choice/collect";
import type { Identity } from "../choice/identity";
import type { ConfigProblem } from "../settings/problem";
import { type SettingName, settingLabel } from "../settings/settings";
import type { Found, Source } from "../settings/sources";
import { WAYS } from "../settings/ways";

/** What was found, and where it was looked for. */
export interface SignIn {
  readonly identity: Identity | undefined;
  readonly has: Collected;
  readonly sources: readonly Source[];
  /** As in "looked in ...". */
  readonly looked: string;
  /** What to do if no setting says how to sign in. */
  readonly hint?: string;
}

const problem = (name: SettingName, message: string): ConfigProblem => ({ setting: `otc:${name}`, message });

const either = (...names: readonly SettingName[]): string => names.map(settingLabel).join(", or ");

/** What messages call the settings of a sign-in. */
const WORDS: Readonly<Partial<Record<SettingName, string>>> = {
  userName: "user",
  userId: "user",
  password: "password",
  passcode: "one-time code",
  accessKey: "access key",
  secretKey: "secret key",
  securityToken: "security token",
};

const wordOf = (name: SettingName): string => WORDS[name] ?? name;

const article = (word: string): string => (/^[aeio]/.test(word) ? `an ${word}` : `a ${word}`);

/** No setting names a user, key or token: reports a secret without its owner, else lists every way to sign in. */
function missingIdentity({ sources, looked, hint }: SignIn): ConfigProblem[] {
  for (const { names, secret, further } of WAYS) {
    for (const name of secret ? [secret, ...further] : []) {
      const lone = sources.map((source) => source.find(name)).find((value) => value !== undefined);
      if (!lone) continue;
      const owner = names[0] as SettingName;
      const ask = either(...names);
      const message = `there is ${article(wordOf(name))} (from ${lone.origin}) but no ${wordOf(owner)}: set ${ask}; looked in ${looked}`;
      return [problem(owner, message)];
    }
  }
  const ways = [
    ...(hint ? [hint] : []),
    `set ${settingLabel("token")}`,
    `${settingLabel("userName")} with ${settingLabel("password")}`,
    `${settingLabel("accessKey")} with ${settingLabel("secretKey")}`,
    ...(hint ? [] : [settingLabel("cloud")]),
  ];
  return [problem("userName", `no way to sign in: ${ways.join(", or ")}; looked in ${looked}`)];
}

/** A user or key is named, but its secret is missing. */
function missingSecret({ identity, looked }: SignIn): ConfigProblem[] {
  if (!identity?.way.secret || identity.values[identity.way.secret]) return [];
  const { way, values, foreign } = identity;
  const secret = way.secret as SettingName;
  const owner = way.names.find((name) => values[name]) as SettingName;
  const not = foreign ? ` (${foreign.origin} belongs to ${foreign.of.origin})` : "";
  const message = `there is ${article(wordOf(owner))} (from ${values[owner]?.origin}) but no ${wordOf(secret)}${not}: set ${settingLabel(secret)}; looked in ${looked}`;
  return [problem(secret, message)];
}

const PAIRS: ReadonlyArray<readonly [SettingName, SettingName]> = [
  ["userName", "userId"],
  ["domainName", "domainId"],
  ["projectName", "projectId"],
];

const labelFrom = (name: SettingName, { origin }: Found): string => `${settingLabel(name)} (from ${origin})`;

/** Two values for one thing in the same deliberate source. In the other sources the first one counts. */
function contradictions(sources: readonly Source[]): ConfigProblem[] {
  return sources
    .filter(({ deliberate }) => deliberate)
    .flatMap((source) => {
      const named = WAYS.flatMap(({ names }) => {
        const name = names.find((candidate) => source.find(candidate));
        return name ? [name] : [];
      });
      const questions = [named, ...PAIRS.map((pair) => pair.filter((name) => source.find(name)))];
      return questions
        .filter(({ length }) => length > 1)
        .map((names) => {
          const both = names.map((name) => labelFrom(name, source.find(name) as Found)).join(" and ");
          return problem(names[0] as SettingName, `${both} exclude each other: keep one and remove the other`);
        });
    });
}

interface Rule {
  /** The setting that is present, and the one that is missing. */
  readonly given: SettingName;
  readonly lacks: SettingName;
  readonly why: string;
}

const TOGETHER: readonly Rule[] = [
  { given: "agencyName", lacks: "agencyDomainName", why: "an agency is known only in the account that made it" },
  { given: "agencyDomainName", lacks: "agencyName", why: "it only says whose agency to act for" },
  { given: "delegatedProject", lacks: "agencyName", why: "only an agency leads into another account's project" },
  { given: "passcode", lacks: "userId", why: "a one-time code is accepted only with the user's id" },
];

const missingCompanions = ({ has, looked }: SignIn): ConfigProblem[] =>
  TOGETHER.flatMap(({ given, lacks, why }) => {
    const value = has[given];
    if (!value || has[lacks]) return [];
    return [
      problem(
        lacks,
        `${labelFrom(given, value)} lacks ${settingLabel(lacks)}: set it as well, because ${why}; looked in ${looked}`,
      ),
    ];
  });

/** A missing project, or a missing account where a name needs one. A token has its own. */
function missingProject({ identity, has, looked }: SignIn): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  if (!identity || identity.way.way === "token") return problems;
  if (!has.projectName && !has.projectId && !has.delegatedProject) {
    const ask = has.agencyName ? either("delegatedProject") : either("projectName", "projectId");
    problems.push(problem("projectName", `no project: set ${ask}; looked in ${looked}`));
  }
  if (identity.way.way !== "password") return problems;
  const ownProject = has.projectId || has.agencyName ? undefined : has.projectName;
  const byName = has.userName && !has.userId ? has.userName : ownProject;
  if (byName && !has.domainName && !has.domainId) {
    const message = `no account: set ${either("domainName", "domainId")}, because a name (from ${byName.origin}) is unique only within one; looked in ${looked}`;
    problems.push(problem("domainName", message));
  }
  return problems;
}

/** What is missing or contradictory for signing in. */
export const signInProblems = (signIn: SignIn): ConfigProblem[] => [
  ...(signIn.identity ? missingSecret(signIn) : missingIdentity(signIn)),
  ...contradictions(signIn.sources),
  ...missingCompanions(signIn),
  ...missingProject(signIn),
];
