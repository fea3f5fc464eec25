import { isDeepStrictEqual } from "node:util";
import type {
  CheckRequest,
  CheckResponse,
  ConfigureRequest,
  ConfigureResponse,
  DiffRequest,
  DiffResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { ConfigureResponse as ConfigureAnswer, DiffResponse as DiffAnswer } from "@pulumi/pulumi/proto/provider_pb";
import { rowOf, SETTING_NAMES } from "../../provider/config/settings/settings";
import { unknownKeys } from "../../provider/config/unknown-keys";
import type { StackConfig } from "../../provider/process/stack-config";
import { type Props, received } from "../values/received";
import { checked } from "./check";
import { Configured, nameOf } from "./configured";

const NAMESPACE = "otc:";

/** Properties of a provider that are the engine's, not settings. */
const OF_ENGINE: ReadonlySet<string> = new Set(["version", "pluginDownloadURL"]);

const SECRETS = SETTING_NAMES.filter((name) => rowOf(name).secret);

const settingsIn = (values: Props): string[] =>
  Object.keys(values).filter((name) => !OF_ENGINE.has(name) && !name.startsWith("__"));

/** A provider that no program declares takes its settings from the stack's config. */
const isDefault = (name: string): boolean => /^default(_|$)/.test(name);

/** Names what is no setting. What is missing or contradictory each resource says, because it may name its place itself. */
export function checkConfig(request: CheckRequest): CheckResponse {
  const { values, secrets } = received(request.getNews());
  const keys = settingsIn(values).map((name) => NAMESPACE + name);
  const [, project] = request.getUrn().split("::");
  const place = isDefault(nameOf(request.getUrn())) ? undefined : "the provider's arguments";
  const failures = unknownKeys(keys, project, place).map(({ message: reason }) => ({ property: "", reason }));
  return checked(values, [...secrets, ...SECRETS], failures);
}

/** Another configuration never replaces the provider, and so no resource. */
export function diffConfig(request: DiffRequest): DiffResponse {
  const [olds, news] = [received(request.getOlds()).values, received(request.getNews()).values];
  const { DIFF_NONE, DIFF_SOME } = DiffAnswer.DiffChanges;
  return new DiffAnswer().setChanges(isDeepStrictEqual(olds, news) ? DIFF_NONE : DIFF_SOME);
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** The provider with its configuration. */
export function configure(request: ConfigureRequest): Configured {
  const values = received(request.getArgs()).values;
  const settings = settingsIn(values).map((name) => [NAMESPACE + name, textOf(values[name])] as const);
  const rawConfig: Readonly<Record<string, string>> = Object.fromEntries(settings);
  const name = request.getName();
  const place = !name || isDefault(name) ? undefined : `the arguments of provider "${name}"`;
  return new Configured({ get: (key: string) => rawConfig[key], rawConfig, place } as StackConfig);
}

/** What this provider can do: it marks secrets itself, and foresees what an update will do. */
export const abilities = (): ConfigureResponse =>
  new ConfigureAnswer()
    .setAcceptsecrets(true)
    .setSupportspreview(true)
    .setAcceptresources(false)
    .setSupportsAutonamingConfiguration(true);
