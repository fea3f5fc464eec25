import { rowOf, SETTING_NAMES, type SettingName } from "../settings/settings";
import { AUTH_TYPES, type Found, found, type Source } from "../settings/sources";
import { isMapping, type Mapping } from "./document";

/** An entry of clouds.yaml, or its part in secure.yaml. */
export interface Layer {
  readonly entry: Mapping;
  /** e.g. `cloud "otc" in ./clouds.yaml`. */
  readonly where: string;
}

const at = (entry: Mapping, key: string): unknown =>
  key.split(".").reduce<unknown>((part, name) => (isMapping(part) ? part[name] : undefined), entry);

const OFF = /^(false|no|off|0)$/i;

function inLayer(name: SettingName, { entry, where }: Layer): Found | undefined {
  for (const key of rowOf(name).clouds ?? []) {
    const value = at(entry, key);
    const given = typeof value === "string" ? found(value, `${key.replace("auth.", "")} of ${where}`) : undefined;
    if (given) return given;
  }
  // `verify` says the same the other way round.
  const { verify } = entry;
  return name === "insecure" && typeof verify === "string" && OFF.test(verify)
    ? { value: "true", origin: `verify of ${where}` }
    : undefined;
}

/** Text of a key, from the first layer that has it. */
export const textIn = (layers: readonly Layer[], key: string): Found | undefined => {
  for (const { entry, where } of layers) {
    const value = at(entry, key);
    const given = typeof value === "string" ? found(value, `${key} of ${where}`) : undefined;
    if (given) return given;
  }
  return undefined;
};

/** Keys of settings that hold a list or a mapping where a text belongs. */
export const misshapen = (layers: readonly Layer[]): string[] =>
  layers.flatMap(({ entry, where }) =>
    ["auth", ...SETTING_NAMES.flatMap((name) => rowOf(name).clouds ?? [])]
      .filter((key) => {
        const value = at(entry, key);
        return value != null && (key === "auth" ? !isMapping(value) : typeof value !== "string");
      })
      .map((key) => `${key} of ${where} must be a ${key === "auth" ? "mapping" : "text"}`),
  );

/** Regions an entry allows; each is written as its name, or as a mapping that holds its name. */
export function regionsOf(layers: readonly Layer[]): readonly string[] | undefined {
  const listed = layers.map(({ entry }) => entry.regions).find(Array.isArray) as readonly unknown[] | undefined;
  return listed
    ?.map((region) => (isMapping(region) ? region.name : region))
    .filter((region): region is string => typeof region === "string" && region !== "");
}

/** The layers as a source, the first above the second. */
export const cloudSource = (layers: readonly Layer[], place: string): Source => ({
  place,
  preferred: AUTH_TYPES.get(textIn(layers, "auth_type")?.value.toLowerCase() ?? ""),
  find(name) {
    for (const layer of layers) {
      const value = inLayer(name, layer);
      if (value) return value;
    }
    return undefined;
  },
});
